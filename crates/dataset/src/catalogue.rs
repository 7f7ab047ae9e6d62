//! The head that datasets of both kinds have: title, reporter, flow, members.

use super::node::{Node, Problems, short};
use super::problem::{ProblemKind, Vocabulary};
use model::{Catalogue, Dimension, Flow, Frequency, Member, MemberIndex, Places};
use records::code_lists::complete;

/// The field that lists the members of a dimension.
pub(super) fn members_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Product => "products",
        Dimension::Destination => "destinations",
        Dimension::RegistrationLocation => "registration_locations",
        Dimension::TradeMode => "trade_modes",
    }
}

/// Reads what a dataset says that it is about. Without a flow it is taken for exports. `needed` are the
/// dimensions whose lists must be there; its periods have the length that `frequency` says.
pub(super) fn read_catalogue(
    root: &Node,
    needed: &[Dimension],
    frequency: Frequency,
    problems: &mut Problems,
) -> Catalogue {
    let mut catalogue = Catalogue {
        id: root.need_text("id", problems).unwrap_or_default().to_owned(),
        title: root.name("title", problems),
        commodity: root.name("commodity", problems),
        reporter: root.need("reporter", problems).map(|r| r.name("name", problems)).unwrap_or_default(),
        about: root.get("about").map(|_| root.name("about", problems)).unwrap_or_default(),
        default_period: root.get("default_period").and_then(|period| period.need_period(frequency, problems)),
        flow: flow(root, problems).unwrap_or_default(),
        ..Catalogue::default()
    };
    for dimension in Dimension::ALL {
        catalogue.members[dimension] = members(root, dimension, needed.contains(&dimension), problems);
    }
    catalogue
}

fn flow(root: &Node, problems: &mut Problems) -> Option<Flow> {
    let node = root.need("flow", problems)?;
    let found = node.text(problems)?;
    let flow = Flow::NAMES.iter().find(|(name, _)| *name == found).map(|(_, flow)| *flow);
    if flow.is_none() {
        let what = Vocabulary::Flows;
        let found = short(found);
        node.fault(problems, ProblemKind::UnknownWord { what, found });
    }
    flow
}

/// The members of a dimension, each in its place: rows name them by it.
fn members(root: &Node, dimension: Dimension, needed: bool, problems: &mut Problems) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut seen = Places::default();
    let field = members_field(dimension);
    let list = if needed { root.need(field, problems) } else { root.get(field) };
    let Some(list) = list else { return members };
    for node in list.elements(problems) {
        if members.len() == MemberIndex::MOST {
            node.fault(problems, ProblemKind::TooManyMembers);
            break;
        }
        let code = node.need_text("code", problems).unwrap_or_default();
        if seen.first(code, members.len()) != members.len() {
            node.fault(problems, ProblemKind::Duplicate { id: short(code) });
        }
        let mut name = node.name("name", problems);
        complete(dimension, &mut name);
        members.push(Member { code: code.to_owned(), also: other_codes(&node, problems), name });
    }
    members
}

/// Other codes that lead to a member. `customs_code` is one that published figures have had from the beginning.
fn other_codes(node: &Node, problems: &mut Problems) -> Vec<String> {
    let listed = node.get("also").map(|list| list.elements(problems)).unwrap_or_default();
    let codes = listed.into_iter().chain(node.get("customs_code"));
    codes.filter_map(|code| Some(code.text(problems)?.to_owned())).collect()
}
