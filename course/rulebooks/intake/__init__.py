"""From a document that a school has, to the articles that it holds, each in the document's own words.

Reads plain text, Word and PDF; parts a text into pieces by numbers, bullets, headings and sentences; joins and splits
pieces without ever losing a word; guesses whom a piece addresses. Values in, values out: it never imports the store.
"""
