//! Bounds of every unknown, tightened limit by limit to a fixed point, each with the limits that made it.
//!
//! Interval contraction of linear limits, as in constraint programming (Davis, “Constraint propagation
//! with interval labels”, 1987): what the other terms of a limit leave for one of them. Every bound is
//! moved outward by more than the rounding of floating point, so that the truth stays inside.

use std::collections::VecDeque;

use super::limits::{Limit, LimitReason, LinearSystem};
use super::log::Log;
use ledger::End;
use model::{Interval, each_once, set_flag};

/// Rounding errors of a sum, as a part of the sum of its terms' sizes: far above those of a hundred
/// terms, far below a gram in a million tonnes.
const ROUNDING: f64 = 1e-13;
/// A bound is moved only by more than this part of the room between the two, so that two limits
/// that each move the other a little come to an end.
const LEAST_GAIN: f64 = 1e-4;
/// Looks at a limit, for each limit there is; past it bounds stay true but may be wider than need be.
const MOST_LOOKS: usize = 60;

/// The same where some statements are tried alone. What contradicts itself shows within two; bounds that
/// come closer to each other without end would go on for a hundred.
const TRIAL_LOOKS: usize = 4;
/// Looks altogether where time is short.
const HASTY_LOOKS: usize = 400;

#[derive(Debug, Clone, Copy)]
struct Bounds {
    low: f64,
    high: f64,
    /// The steps that moved them last.
    steps: [Option<usize>; 2],
}

const FREE: Bounds = Bounds { low: 0.0, high: f64::INFINITY, steps: [None, None] };

impl Bounds {
    fn step(&self, end: End) -> Option<usize> {
        match end {
            End::Low => self.steps[0],
            End::High => self.steps[1],
        }
    }

    fn set(&mut self, end: End, at: f64, step: usize) {
        match end {
            End::Low => (self.low, self.steps[0]) = (at, Some(step)),
            End::High => (self.high, self.steps[1]) = (at, Some(step)),
        }
    }
}

/// What cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Indices of the statements that show it, ascending, each once.
    pub statements: Vec<usize>,
}

/// The state of a propagation.
#[derive(Debug, Clone)]
pub struct Solver<'a> {
    system: &'a LinearSystem,
    /// The limits that each unknown stands in.
    uses: &'a [Vec<usize>],
    /// Whether each limit counts.
    active: Vec<bool>,
    bounds: Vec<Bounds>,
    log: Log,
    queue: VecDeque<usize>,
    queued: Vec<bool>,
    looks: usize,
    /// Looks at limits after which a run ends.
    patience: usize,
}

/// The limits that each unknown stands in.
pub fn uses(system: &LinearSystem) -> Vec<Vec<usize>> {
    let mut uses = vec![Vec::new(); system.unknowns.len()];
    for (index, limit) in system.limits.iter().enumerate() {
        for (unknown, _) in &limit.terms {
            if let Some(uses) = uses.get_mut(*unknown) {
                uses.push(index);
            }
        }
    }
    uses
}

impl<'a> Solver<'a> {
    /// A solver in which no statement counts yet.
    pub fn new(system: &'a LinearSystem, uses: &'a [Vec<usize>]) -> Solver<'a> {
        let limits = system.limits.len();
        Solver {
            system,
            uses,
            // Structure says nothing before a statement does, so that it need not be looked at.
            active: system.limits.iter().map(|l| matches!(l.why, LimitReason::Structure(_))).collect(),
            bounds: vec![FREE; system.unknowns.len()],
            log: Log::default(),
            queue: VecDeque::new(),
            queued: vec![false; limits],
            looks: 0,
            patience: MOST_LOOKS * (limits + 100),
        }
    }

    /// A solver to see whether some statements contradict each other.
    pub fn for_trial(system: &'a LinearSystem, uses: &'a [Vec<usize>]) -> Solver<'a> {
        let patience = TRIAL_LOOKS * (system.limits.len() + 100);
        Solver { patience, ..Solver::new(system, uses) }
    }

    /// A solver whose runs end early: bounds are true, but may be wide.
    pub fn hasty(system: &'a LinearSystem, uses: &'a [Vec<usize>]) -> Solver<'a> {
        Solver { patience: HASTY_LOOKS, ..Solver::new(system, uses) }
    }

    /// Lets a limit count.
    pub fn admit(&mut self, limit: usize) {
        if let Some(active) = self.active.get_mut(limit) {
            *active = true;
            self.enqueue(limit);
        }
    }

    /// Whether a limit counts.
    pub fn is_active(&self, limit: usize) -> bool {
        self.active.get(limit) == Some(&true)
    }

    /// The bounds of an unknown.
    pub fn interval(&self, unknown: usize) -> Interval {
        let bounds = self.bounds.get(unknown).copied().unwrap_or(FREE);
        // Out of order only where a conflict has not been settled.
        Interval { low: bounds.low.min(bounds.high), high: bounds.high.max(bounds.low) }
    }

    /// Tightens until nothing moves, or until something cannot be.
    pub fn run(&mut self) -> Result<(), Conflict> {
        self.looks = 0;
        while let Some(limit) = self.queue.pop_front() {
            if let Some(queued) = self.queued.get_mut(limit) {
                *queued = false;
            }
            self.looks += 1;
            if self.looks > self.patience {
                self.queue.clear();
                self.queued.fill(false);
                return Ok(());
            }
            if self.is_active(limit) {
                // It was not looked at to its end.
                self.look(limit).inspect_err(|_| self.enqueue(limit))?;
            }
        }
        Ok(())
    }

    /// One that does not count has its turn when it is admitted.
    fn enqueue(&mut self, limit: usize) {
        let is_active = self.is_active(limit);
        if let Some(queued) = self.queued.get_mut(limit)
            && is_active
            && !*queued
        {
            *queued = true;
            self.queue.push_back(limit);
        }
    }

    /// What a limit says of each of its terms.
    fn look(&mut self, index: usize) -> Result<(), Conflict> {
        let system = self.system;
        let Some(limit) = system.limits.get(index) else { return Ok(()) };
        if limit.terms.is_empty() {
            // A statement that nothing can satisfy.
            return match limit.low <= 0.0 && 0.0 <= limit.high {
                true => Ok(()),
                false => Err(Conflict { statements: statements_of(system, &[index]) }),
            };
        }
        for greatest in [false, true] {
            // Σ ≤ high bounds every term by the least of the others; Σ ≥ low by their greatest.
            let edge = if greatest { limit.low } else { limit.high };
            if edge.is_finite() {
                self.side(index, limit, edge, greatest)?;
            }
        }
        Ok(())
    }

    fn side(&mut self, index: usize, limit: &Limit, edge: f64, greatest: bool) -> Result<(), Conflict> {
        let mut sum = 0.0;
        let mut size = edge.abs();
        let mut endless = 0;
        for (unknown, factor) in &limit.terms {
            let part = self.extreme(*unknown, *factor, greatest);
            if part.is_finite() {
                sum += part;
                size += part.abs();
            } else if endless == 1 {
                // Whatever one of them is, the other leaves it free.
                return Ok(());
            } else {
                endless = 1;
            }
        }
        for (unknown, factor) in &limit.terms {
            let own = self.extreme(*unknown, *factor, greatest);
            let rest = match (own.is_finite(), endless) {
                (true, 0) => sum - own,
                (false, 1) => sum,
                _ => continue,
            };
            let outward = size * ROUNDING;
            // factor × unknown ≥ low − rest, or ≤ high − rest.
            let room = if greatest { edge - rest - outward } else { edge - rest + outward };
            let end = if greatest == (*factor > 0.0) { End::Low } else { End::High };
            self.tighten(index, limit, *unknown, end, room / factor)?;
        }
        Ok(())
    }

    /// The greatest or the least that a term can be.
    fn extreme(&self, unknown: usize, factor: f64, greatest: bool) -> f64 {
        let Bounds { low, high, .. } = self.bounds.get(unknown).copied().unwrap_or(FREE);
        factor * if greatest == (factor > 0.0) { high } else { low }
    }

    fn tighten(
        &mut self,
        index: usize,
        limit: &Limit,
        unknown: usize,
        end: End,
        at: f64,
    ) -> Result<(), Conflict> {
        let Some(bounds) = self.bounds.get(unknown).copied() else { return Ok(()) };
        let room = bounds.high - bounds.low;
        let gain = match end {
            End::Low => at - bounds.low,
            End::High => bounds.high - at,
        };
        let least = if room.is_finite() { room * LEAST_GAIN } else { 0.0 };
        let crossed = match end {
            End::Low => at > bounds.high,
            End::High => at < bounds.low,
        };
        // A limit that is already as tight as its neighbours would move by rounding errors for ever.
        if at.is_nan() || gain <= least.max(at.abs() * ROUNDING) && !crossed {
            return Ok(());
        }
        let step = self.log.len();
        let sources = sources(limit, &self.bounds, unknown, end);
        self.log.push((unknown, end), at, index, bounds.step(end), sources);
        if crossed {
            let other = bounds.step(if end == End::Low { End::High } else { End::Low });
            return Err(Conflict { statements: self.said_by(&[Some(step), other]) });
        }
        if let Some(bounds) = self.bounds.get_mut(unknown) {
            bounds.set(end, at, step);
        }
        let uses = self.uses.get(unknown).map(Vec::as_slice).unwrap_or_default();
        for limit in uses {
            self.enqueue(*limit);
        }
        Ok(())
    }

    /// Steps and all that they were computed from, ascending.
    fn behind(&self, steps: &[Option<usize>]) -> Vec<usize> {
        let mut open: Vec<usize> = steps.iter().flatten().copied().collect();
        let mut seen = vec![false; self.log.len()];
        let mut found = Vec::new();
        while let Some(step) = open.pop() {
            if let Some(seen) = seen.get_mut(step)
                && !std::mem::replace(seen, true)
            {
                found.push(step);
                open.extend(self.log.sources(step));
            }
        }
        each_once(&found)
    }

    /// The statements behind steps, ascending, each once.
    fn said_by(&self, steps: &[Option<usize>]) -> Vec<usize> {
        let behind = self.behind(steps);
        let limits: Vec<usize> = behind.iter().filter_map(|s| Some(self.log.get(*s)?.limit)).collect();
        statements_of(self.system, &limits)
    }

    /// The statements behind one end of an unknown's bounds.
    pub fn said(&self, unknown: usize, end: End) -> Vec<usize> {
        let step = self.bounds.get(unknown).and_then(|b| b.step(end));
        self.said_by(&[step])
    }

    /// Where [`Solver::back_to`] can go back to, until something is withdrawn.
    pub fn mark(&self) -> usize {
        self.log.len()
    }

    /// Takes back what was found since a mark, when nothing was left to look at.
    pub fn back_to(&mut self, mark: usize) {
        self.queue.clear();
        self.queued.fill(false);
        while self.log.len() > mark
            && let Some(step) = self.log.pop()
        {
            let at = step.before.and_then(|s| self.log.get(s)).map(|s| s.at);
            let Some(bounds) = self.bounds.get_mut(step.unknown) else { continue };
            if bounds.step(step.end) == Some(self.log.len()) {
                match step.end {
                    End::Low => (bounds.low, bounds.steps[0]) = (at.unwrap_or(FREE.low), step.before),
                    End::High => (bounds.high, bounds.steps[1]) = (at.unwrap_or(FREE.high), step.before),
                }
            }
        }
    }

    /// Lets a limit no longer count, whatever rests on it.
    pub fn dismiss(&mut self, limit: usize) {
        set_flag(&mut self.active, limit, false);
    }

    /// Lets limits no longer count, and takes back every bound that rests on one of them.
    pub fn withdraw(&mut self, limits: &[usize]) {
        limits.iter().for_each(|l| self.dismiss(*l));
        let mut moved = vec![false; self.bounds.len()];
        self.bounds.fill(FREE);
        let mut places: Vec<Option<usize>> = Vec::with_capacity(self.log.len());
        let log = std::mem::take(&mut self.log);
        for (index, step) in (0..log.len()).filter_map(|index| Some((index, log.get(index)?))) {
            let sources = || log.sources(index).iter().map(|source| places.get(*source).copied().flatten());
            let stands = self.is_active(step.limit) && sources().all(|source| source.is_some());
            let bounds = self.bounds.get_mut(step.unknown).filter(|_| stands);
            let place = bounds.map(|bounds| {
                let place = self.log.len();
                let before = bounds.step(step.end);
                bounds.set(step.end, step.at, place);
                self.log.push((step.unknown, step.end), step.at, step.limit, before, sources().flatten());
                place
            });
            if place.is_none() {
                set_flag(&mut moved, step.unknown, true);
            }
            places.push(place);
        }
        let uses = self.uses;
        for (moved, uses) in moved.iter().zip(uses) {
            for limit in uses.iter().filter(|_| *moved) {
                self.enqueue(*limit);
            }
        }
    }
}

/// The steps behind the bounds of a limit's other terms that bear on one end of one of them.
fn sources(limit: &Limit, bounds: &[Bounds], unknown: usize, end: End) -> impl Iterator<Item = usize> {
    let own = limit.terms.iter().find(|(u, _)| *u == unknown).map_or(0.0, |(_, factor)| *factor);
    let greatest = (end == End::Low) == (own > 0.0);
    limit.terms.iter().filter(move |(u, _)| *u != unknown).filter_map(move |(u, factor)| {
        let end = if greatest == (*factor > 0.0) { End::High } else { End::Low };
        bounds.get(*u)?.step(end)
    })
}

/// The statements that limits rest on, ascending, each once.
pub fn statements_of(system: &LinearSystem, limits: &[usize]) -> Vec<usize> {
    let mut said = Vec::new();
    for limit in limits {
        if let Some(LimitReason::Said(statements)) = system.limits.get(*limit).map(|l| &l.why) {
            said.extend(statements);
        }
    }
    each_once(&said)
}
