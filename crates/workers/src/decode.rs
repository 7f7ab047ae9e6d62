//! The browser's own decoder, which knows every encoding of the web.

use import::Encoding;
use web_sys::{TextDecoder, TextDecoderOptions};

/// [`import::Decode`] by the browser.
pub(crate) fn decode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    // Bytes that are not of the encoding are a failure, and no text with holes.
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding.label(), &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
