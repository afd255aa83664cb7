from web.display.qr_code import qr_code


def test_an_address_is_drawn_once_as_a_picture_of_any_size():
    drawn = qr_code("https://deelwijs.example/onze-regels/k3m9")
    assert drawn.startswith("<svg")
    assert "viewBox" in drawn
    assert qr_code("https://deelwijs.example/onze-regels/k3m9") is drawn
    assert qr_code("https://deelwijs.example/onze-regels/other") != drawn
