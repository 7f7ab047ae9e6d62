//! Who is who: members of a dimension as files name them, each once.

use std::collections::HashMap;

use super::columns::Origin;
use super::names::identity;
use model::{Dimension, Name, Period};

/// Members of a dimension as the files name them.
#[derive(Debug, Default)]
pub struct Members {
    pub codes: Vec<String>,
    pub names: Vec<Name>,
    /// The codes that files have for each, where they are not its own.
    pub others: Vec<Vec<String>>,
    /// The text that a name was read from last, so that it is read once and not on every line.
    texts: Vec<String>,
    /// Places of codes.
    places: HashMap<String, u32>,
    /// Places of codes as files of an origin write them.
    written: Vec<(Option<Origin>, HashMap<String, u32>)>,
}

impl Members {
    /// The place of a member by the code and the name that a row has of it, and whether the code is a new one.
    pub fn intern(
        &mut self,
        origin: Option<Origin>,
        dimension: Dimension,
        (code, name): (&str, &str),
        month: Option<Period>,
    ) -> (u32, bool) {
        let of_origin = place_of(&mut self.written, |(of, _)| *of == origin, || (origin, HashMap::new()));
        let written = self.written.get(of_origin as usize);
        if let Some(place) = written.and_then(|(_, places)| places.get(code)).copied() {
            self.name(place, name, || identity(origin, dimension, code, name, month).name);
            return (place, false);
        }
        let who = identity(origin, dimension, code, name, month);
        let place = match self.places.get(&who.code) {
            Some(place) => *place,
            None => {
                let place = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
                self.places.insert(who.code.clone(), place);
                self.codes.push(who.code.clone());
                self.names.push(who.name.clone());
                self.others.push(Vec::new());
                self.texts.push(name.to_owned());
                place
            }
        };
        self.name(place, name, || who.name);
        // A name in the column of codes leads to nobody by a link.
        let is_other = code != who.code && code.bytes().all(|b| b.is_ascii_alphanumeric());
        if let Some(others) = self.others.get_mut(place as usize)
            && is_other
            && !others.iter().any(|known| known == code)
        {
            others.push(code.to_owned());
        }
        if let Some((_, places)) = self.written.get_mut(of_origin as usize)
            && !who.is_of_month
        {
            places.insert(code.to_owned(), place);
        }
        (place, true)
    }

    /// Takes over a name in Chinese that stands beside the other one: where none is known yet, and in place of the one
    /// that is known of the code where the file's counts.
    pub fn name_in_chinese(&mut self, place: u32, text: &str, counts: bool) {
        if let Some(known) = self.names.get_mut(place as usize).filter(|known| counts || known.zh.is_empty())
        {
            text.clone_into(&mut known.zh);
        }
    }

    /// Takes over of a name what is not known yet: a second file may name a member in the other language.
    fn name(&mut self, place: u32, text: &str, more: impl FnOnce() -> Name) {
        let place = place as usize;
        if let (Some(known), Some(last)) = (self.names.get_mut(place), self.texts.get_mut(place))
            && (known.en.is_empty() || known.zh.is_empty())
            && last != text
        {
            let more = more();
            if known.en.is_empty() {
                known.en = more.en;
            }
            if known.zh.is_empty() {
                known.zh = more.zh;
            }
            text.clone_into(last);
        }
    }
}

/// The place of an entry in a short list, in which it stands afterwards.
pub fn place_of<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool, entry: impl FnOnce() -> T) -> u32 {
    let place = list.iter().position(is).unwrap_or_else(|| {
        list.push(entry());
        list.len() - 1
    });
    u32::try_from(place).unwrap_or(u32::MAX)
}
