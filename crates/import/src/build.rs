//! The dataset that rows make.

use super::extent::FileExtent;
use super::meaning::Meaning;
use super::problem::{Problem, ProblemKind, Problems};
use super::question::Question;
use super::reader::Import;
use super::rows::Compact;
use super::summary::Summary;
use model::{Catalogue, Dimension, DimensionMap, MemberIndex, Name, Period, Span, sort_list};
use records::{Amounts, Builder, Extent, Provenance, Records, TooLarge};

/// What came of an import.
#[derive(Debug)]
pub struct Outcome {
    /// The dataset; `None` when no row and no month could be used, or something must still be answered.
    pub records: Option<Records>,
    /// What was read, to compare with the source.
    pub summary: Summary,
    /// What could not be used, and what a person should know.
    pub problems: Vec<Problem>,
    /// How many problems there are beyond these.
    pub more_problems: u64,
}

impl Import {
    /// Makes the dataset. `catalogue` brings its title and id, and the reporter and commodity where these are not to be
    /// what the files say; members are the files'.
    pub fn finish(mut self, catalogue: Catalogue) -> Outcome {
        while !self.advance(usize::MAX).finished {}
        self.give_up();
        let problems = std::mem::take(&mut self.problems);
        Meaning::of(&self, problems).finish(catalogue)
    }

    /// The same, unless something must be answered before: then what is asked. What rows mean together is found out once.
    pub fn finish_or_ask(
        self,
        catalogue: Catalogue,
        must_be_answered: impl Fn(&Question) -> bool,
    ) -> Result<Outcome, Box<(Import, Vec<Question>)>> {
        let mut questions = self.questions_of_files();
        if questions.is_empty() {
            let mut meaning = Meaning::of(&self, self.problems.clone());
            if !meaning.questions.iter().any(&must_be_answered) {
                return Ok(meaning.finish(catalogue));
            }
            questions = std::mem::take(&mut meaning.questions);
        }
        questions.retain(must_be_answered);
        Err(Box::new((self, questions)))
    }
}

impl Meaning<'_> {
    /// The dataset that rows make, and what is told of it.
    fn finish(mut self, catalogue: Catalogue) -> Outcome {
        // Whose trade rows are may stay open where no file says it: a dataset may be without.
        for question in std::mem::take(&mut self.questions).into_iter().filter(|q| !q.choices.is_empty()) {
            self.tell(None, None, ProblemKind::Unanswered(Box::new(question)));
        }
        let records = self.build(catalogue);
        if records.is_err() {
            self.tell(None, None, ProblemKind::TooMany);
        }
        let records = records.ok().flatten();
        let summary = self.summary(records.as_ref());
        let Problems { list: problems, more: more_problems } = self.problems;
        Outcome { records, summary, problems, more_problems }
    }

    fn build(&mut self, catalogue: Catalogue) -> Result<Option<Records>, TooLarge> {
        let extents = self.covered();
        let currency = |place: usize| self.import.currencies.get(place).copied().flatten();
        let (main, other) = (self.currency, 1 - self.currency);
        let has_values = self.used().any(|(_, row)| row.value_in(main).is_some());
        let catalogue = Catalogue { flow: self.flow, ..catalogue };
        let mut builder = Builder::new(catalogue, currency(main).filter(|_| has_values));
        builder.measured_by(self.measured);
        let mut places: DimensionMap<Vec<Option<MemberIndex>>> = DimensionMap::default();
        for (dimension, places) in places.iter_mut().filter(|(dimension, _)| self.told_apart[*dimension]) {
            *places = self.declare(&mut builder, dimension)?;
        }
        for month in extents.iter().flat_map(FileExtent::months) {
            builder.cover(month)?;
        }
        let mut others: Option<Amounts> = Some(Amounts::default());
        for (place, row) in self.used() {
            let members = self.members(&row);
            let members = DimensionMap::from_fn(|dimension| {
                let place = usize::try_from(members[dimension]?).ok()?;
                places[dimension].get(place).copied().flatten()
            });
            let Some(month) = self.import.month(&row) else { continue };
            builder.push(month, members, row.quantity, row.value_in(main).unwrap_or(0))?;
            match (&mut others, row.value_in(other).or(self.paired.value(place))) {
                (Some(others), Some(value)) => others.push(value),
                (others, _) => *others = None,
            }
        }
        if let (Some(others), Some(currency)) = (others.filter(|o| !o.is_empty()), currency(other)) {
            builder.pair(currency, others)?;
        }
        if builder.is_empty() && !builder.covers_any() {
            return Ok(None);
        }
        let coverage = self.coverage(&extents, &places[Dimension::Product]);
        let mut records = builder
            .build(Provenance { synthetic: self.import.is_synthetic, ..Provenance::default() })
            .covering(coverage);
        open_where_whole(&mut records);
        self.name(&mut records.catalogue);
        Ok(Some(records))
    }

    /// The members of a dimension that rows have, in the order of their codes, so that the order of files does not
    /// matter: their places in the dataset by those among all.
    fn declare(
        &self,
        builder: &mut Builder,
        dimension: Dimension,
    ) -> Result<Vec<Option<MemberIndex>>, TooLarge> {
        let members = &self.import.members[dimension];
        let (codes, names) = match dimension {
            Dimension::Product => (&self.products.codes, &self.products.names),
            _ => (&members.codes, &members.names),
        };
        // The places of products are their own.
        let is_as_files_have_it = dimension != Dimension::Product;
        let mut used = vec![false; codes.len()];
        for (_, row) in self.used() {
            let member = self.members(&row)[dimension].and_then(|member| usize::try_from(member).ok());
            if let Some(slot) = member.and_then(|member| used.get_mut(member)) {
                *slot = true;
            }
        }
        let mut order: Vec<(&String, usize)> = codes.iter().zip(0..).collect();
        sort_list(&mut order, Ord::cmp);
        let mut places = vec![None; codes.len()];
        for (code, index) in order.into_iter().filter(|(_, index)| used.get(*index) == Some(&true)) {
            if let (Some(slot), Some(name)) = (places.get_mut(index), names.get(index)) {
                let member = builder.member(dimension, code, name.clone())?;
                for other in members.others.get(index).into_iter().flatten().filter(|_| is_as_files_have_it) {
                    builder.also(dimension, member, other);
                }
                *slot = Some(member);
            }
        }
        Ok(places)
    }

    /// Whose trade it is and what is traded, where nobody said it: as the files say, and the one product's name.
    fn name(&self, catalogue: &mut Catalogue) {
        if catalogue.reporter == Name::default() {
            catalogue.reporter = self.reporter.clone();
        }
        if let ([product], true) =
            (catalogue.members(Dimension::Product), catalogue.commodity == Name::default())
        {
            let name = &product.name;
            catalogue.commodity = Name { en: inside_a_sentence(&name.en), zh: name.zh.clone() };
        }
    }
}

/// "palm oil" of "Palm oil"; "PVC pipes" stay.
fn inside_a_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

impl Compact {
    /// Its value in a currency, by its place in [`Import::currencies`].
    pub(super) fn value_in(&self, currency: usize) -> Option<u64> {
        self.values.get(currency).copied().flatten()
    }
}

/// A page opens with the last month: with the last that is whole, where the last of all is not.
fn open_where_whole(records: &mut Records) {
    let is_whole = |month: &Period| records.coverage().of_all(*month, Span::Month) == Extent::Whole;
    let last = records.months().iter().rfind(|month| is_whole(month)).copied();
    if records.catalogue.default_period.is_none() && last.as_ref() != records.months().last() {
        records.catalogue.default_period = last;
    }
}
