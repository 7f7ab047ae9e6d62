//! The modules of a built site, packed to be smaller to fetch: Zopfli packs them 4 % tighter than a server does.

use std::fs;
use std::path::{Path, PathBuf};

use zopfli::{Format, Options};

use crate::answer::Failure;
use crate::files;

/// How a module’s file ends, before and after.
const PLAIN: &str = "_bg.wasm";
const PACKED: &str = "_bg.wasm.gz";
/// The files that ask for modules.
const ASKING: [&str; 2] = ["index.html", "worker.js"];

/// Packs every module of a site: `NAME_bg.wasm` becomes `NAME_bg.wasm.gz`, which `public/module.js` unpacks as it
/// arrives, and what asks for modules asks for that. Tells of each.
pub fn pack_modules(site: &Path) -> Result<String, Failure> {
    let modules = modules(site)?;
    let asking = ASKING.map(|name| {
        let path = site.join(name);
        let text = String::from_utf8(files::bytes(&path)?)
            .map_err(|_| format!("{} is not UTF-8.", path.display()))?;
        match text.contains(PLAIN) && !text.contains(PACKED) {
            true => Ok((path, text.replace(PLAIN, PACKED))),
            false => {
                Err(format!("{} asks for no module that is not packed: build the site anew.", path.display()))
            }
        }
    });
    let asking = asking.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    let mut told = String::new();
    for module in modules {
        let plain = files::bytes(&module)?;
        let mut packed = Vec::new();
        zopfli::compress(Options::default(), Format::Gzip, plain.as_slice(), &mut packed)
            .map_err(|e| format!("{} cannot be packed: {e}.", module.display()))?;
        told += &format!("{}: {} of {} bytes\n", module.display(), packed.len(), plain.len());
        // The packed one stands before the plain one goes: a site that is left half done still has every module.
        write(&with_ending(&module), packed)?;
        fs::remove_file(&module).map_err(|e| format!("{} cannot be removed: {e}.", module.display()))?;
    }
    for (path, text) in asking {
        write(&path, text)?;
    }
    Ok(told)
}

/// The modules of a site, in the order of their names.
fn modules(site: &Path) -> Result<Vec<PathBuf>, Failure> {
    let odd = |e| format!("{} cannot be read: {e}.", site.display());
    let entries = fs::read_dir(site).map_err(odd)?.collect::<Result<Vec<_>, _>>().map_err(odd)?;
    let is_module = |path: &PathBuf| path.to_str().is_some_and(|path| path.ends_with(PLAIN));
    let mut modules: Vec<PathBuf> = entries.iter().map(|entry| entry.path()).filter(is_module).collect();
    modules.sort();
    match modules.is_empty() {
        true => Err(format!("{} has no module {PLAIN}: is it a built site?", site.display())),
        false => Ok(modules),
    }
}

/// The name of a packed module.
fn with_ending(module: &Path) -> PathBuf {
    let mut name = module.as_os_str().to_owned();
    name.push(".gz");
    PathBuf::from(name)
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, content).map_err(|e| format!("{} cannot be written: {e}.", path.display()))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn modules_are_packed_and_asked_for_by_their_new_name() {
        let site = std::env::temp_dir().join(format!("tonnage-pack-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        let module: Vec<u8> = (0..10_000u32).map(|i| (i % 7) as u8).collect();
        fs::write(site.join("tonnage-page-1f_bg.wasm"), &module).unwrap();
        fs::write(site.join("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm\">").unwrap();
        fs::write(site.join("worker.js"), "fetch(`./${name}_bg.wasm${version}`)").unwrap();
        pack_modules(&site).unwrap();

        let packed = fs::read(site.join("tonnage-page-1f_bg.wasm.gz")).unwrap();
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert!(unpacked == module && packed.len() < module.len());
        assert!(!site.join("tonnage-page-1f_bg.wasm").exists());
        let text = |name: &str| fs::read_to_string(site.join(name)).unwrap();
        assert_eq!(text("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm.gz\">");
        assert_eq!(text("worker.js"), "fetch(`./${name}_bg.wasm.gz${version}`)");

        // A second time there is nothing to pack, and nothing changes.
        assert!(pack_modules(&site).unwrap_err().contains("is it a built site?"));
        assert_eq!(text("index.html"), "<link href=\"./tonnage-page-1f_bg.wasm.gz\">");
        fs::remove_dir_all(&site).unwrap();
    }
}
