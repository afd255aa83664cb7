"""What a page looks like to the eye, where no box tells it: dots that a background draws."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUNS = """async ([png, at, dark]) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const row = pen.getImageData(0, Math.round(image.height * at), image.width, 1).data;
    const runs = [];
    for (let x = 0, before = false; x < image.width; x++) {
        const now = row[4 * x] + row[4 * x + 1] + row[4 * x + 2] < dark;
        if (now && !before) runs.push(0);
        if (now) runs[runs.length - 1]++;
        before = now;
    }
    return runs;
}"""
"""Lengths of the dark stretches on one row of a picture."""


def dark_runs(page: Page, easel: Page, box: dict[str, float], at: float = 0.5, dark: int = 420) -> list[int]:
    """Measure the dark stretches across a part of a page; `easel` is a blank page, whose policy forbids no drawing."""
    png = page.screenshot(clip=box)
    return list(easel.evaluate(RUNS, [base64.b64encode(png).decode(), at, dark]))
