"""A lesson as a graph: read it from Markdown, check it, walk it, draw it; pure, so it never imports a store or a browser."""
