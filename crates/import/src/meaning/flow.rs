//! Exports or imports: rows of the other flow are told apart before anything else is.

use super::Meaning;
use crate::left_out::LeftOut;
use crate::problem::ProblemKind;

impl Meaning<'_> {
    pub(super) fn choose_flow(&mut self) {
        let flow = self.flow;
        let others = self.leave_out(LeftOut::OtherFlow, |_, row| row.flow.is_some_and(|other| other != flow));
        if others > 0 && self.used().next().is_none() {
            self.tell(None, None, ProblemKind::OnlyOtherFlow { asked: flow });
        }
    }
}
