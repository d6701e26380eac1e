package jp.tsunagu.connector.page;

import java.util.Optional;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.Offers;
import org.springframework.ui.Model;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What every page about one case begins with: whose page it is, and what is known there of it. */
record CasePage(AgencyId agency, CaseView view) {

  /** Empty where the agency of whoever is in front of it knows of no such case. */
  static Optional<CasePage> of(Window window, Caller caller, String caseId) {
    AgencyId agency = Window.agency(caller);
    return window.tools().records().lookUp(agency, caseId)
            instanceof CaseLookup.Found(CaseView found)
        ? Optional.of(new CasePage(agency, found))
        : Optional.empty();
  }

  CaseId caseId() {
    return view.caseId();
  }

  Optional<CaseState> state() {
    return view.state();
  }

  /**
   * Where it stands.
   *
   * @param end such as {@code /consents}; empty for the case itself
   */
  String address(String end) {
    return "/agencies/" + agency + "/window/cases/" + caseId() + end;
  }

  /** What a command about the case names; more can be put into it. */
  ObjectNode target() {
    return JsonNodeFactory.instance.objectNode().put("caseId", caseId().toString());
  }

  /** What a form about it can choose from, as far as the case is known. */
  Offers offers(Household household, Form form, Reader reader) {
    return state().map(state -> household.offers(agency, state, form, reader)).orElse(Offers.ALL);
  }

  /** How the case is called, and where it stands. */
  void show(Model model) {
    model.addAttribute("agency", agency.value());
    model.addAttribute("caseId", caseId());
    model.addAttribute("number", Window.called(view.caseNumber().orElse(null)));
  }
}
