//! The land of the world map, which is fetched when a map is first opened.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::loading::Patience;
use super::page::Page;
use crate::browser::{self, Canceller, Freshness};
use chart::kinds::bubble_map::Land;
use i18n::Failure;

const ADDRESS: &str = "land.txt";

/// Whether the land is there.
#[derive(Debug, Clone, Default)]
pub enum WorldLand {
    /// No map needed it.
    #[default]
    Unasked,
    /// It is on its way.
    Coming,
    /// It is there.
    Here(Arc<Land>),
    /// Why not, in a sentence.
    Failed(String),
}

impl Page {
    /// Fetches the land where it is neither there nor on its way. What does not come as soon as a reader would be told
    /// of the wait is given up: the map is drawn without it meanwhile, and it can be tried again.
    pub fn need_land(&self) {
        if self.land.with_untracked(|land| matches!(land, WorldLand::Coming | WorldLand::Here(_))) {
            return;
        }
        let page = *self;
        page.land.set(WorldLand::Coming);
        let canceller = Canceller::new();
        let late = canceller.clone();
        browser::after(u64::from(Patience::SECONDS) * 1000, move || late.cancel());
        spawn_local(async move {
            let bytes = browser::fetch(ADDRESS, Freshness::AskServer, &canceller, &|_| {}).await;
            let land = bytes.map_err(|why| page.failure_of_file(ADDRESS, why)).and_then(|bytes| {
                let land = String::from_utf8(bytes.to_vec()).ok().and_then(|text| Land::read(&text));
                land.ok_or_else(|| page.failure(Failure::OtherVersion))
            });
            page.land.set(match land {
                Ok(land) => WorldLand::Here(Arc::new(land)),
                Err(sentence) => WorldLand::Failed(sentence),
            });
        });
    }
}
