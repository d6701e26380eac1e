package jp.tsunagu.connector.page;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.caller.Caller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** だれが見たか: who of this agency has read what, for who leads it; others are not told of it. */
@Component
class AccessSection {

  /** So many are shown; the interface gives all. */
  private static final int MOST = 20;

  private final AccessLog log;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;

  AccessSection(AccessLog log, Colleagues colleagues, CurrentDirectory directory) {
    this.directory = directory;
    this.log = log;
    this.colleagues = colleagues;
  }

  void show(Caller caller, ReferralId referralId, Model model) {
    if (caller instanceof Caller.AgencyStaff lead && lead.leads()) {
      put(
          lead.agency(),
          log.ofReferral(lead.agency(), referralId, null, Long.MAX_VALUE, MOST),
          model);
    }
  }

  void show(Caller caller, CaseId caseId, Model model) {
    if (caller instanceof Caller.AgencyStaff lead && lead.leads()) {
      put(lead.agency(), log.ofCase(lead.agency(), caseId, null, Long.MAX_VALUE, MOST), model);
    }
  }

  private void put(AgencyId agency, List<AccessEntry> entries, Model model) {
    Map<String, Colleague> known = colleagues.byAccount(agency);
    model.addAttribute(
        "accesses",
        entries.stream().map(entry -> AccessView.of(entry, known, directory.snapshot())).toList());
  }
}
