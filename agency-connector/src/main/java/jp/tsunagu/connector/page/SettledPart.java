package jp.tsunagu.connector.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.sheet.DossierRows;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.Settled;
import org.jspecify.annotations.Nullable;

/** Who does what from now on, in codes, as people read it. */
final class SettledPart {

  private SettledPart() {}

  /** What was settled when a leg came as つなぎ戻し; empty for another leg. */
  static Optional<ContentPart> of(Window window, AgencyId agency, ReferralId referralId) {
    return window
        .tools()
        .records()
        .settled(agency, referralId)
        .map(settled -> handedBack(window, settled));
  }

  /**
   * What was settled last for a case, before all for whoever gets it again (再開): by a meeting, and
   * by つなぎ戻し.
   */
  static List<ContentPart> of(Window window, AgencyId agency, CaseId caseId, CaseState state) {
    Agreed agreed = window.tools().records().agreed(agency, caseId);
    List<DossierRows.Row> decided = rows(window, agreed.leads(), agreed.roles());
    Optional<ContentPart> returned =
        state.referrals().stream()
            .filter(leg -> leg.kind() == ReferralKind.HAND_BACK)
            .max(Comparator.comparing(leg -> leg.progress().sentAt()))
            .map(Referral::referralId)
            .flatMap(leg -> of(window, agency, leg));
    return Stream.concat(
            decided.isEmpty() ? Stream.empty() : Stream.of(new ContentPart("会議で決まったこと", decided)),
            returned.stream())
        .toList();
  }

  private static ContentPart handedBack(Window window, Settled settled) {
    List<DossierRows.Row> rows = rows(window, List.of(settled.lead()), settled.roles());
    ContactRhythm rhythm = settled.rhythm();
    rows.add(fact(null, "連絡の頻度", rhythm == null ? "決まっていません" : rhythm.label()));
    return new ContentPart("つなぎ戻しで決まったこと", rows);
  }

  private static List<DossierRows.Row> rows(
      Window window, List<Lead> leads, List<AgencyRole> roles) {
    List<DossierRows.Row> rows = new ArrayList<>();
    leads.forEach(lead -> rows.add(fact(lead.person(), "主担当", window.nameOf(lead.agency()))));
    for (AgencyRole role : roles) {
      String what = window.directory().labelOf(role.role(), CodeList.ROLES);
      rows.add(fact(null, "役割", window.nameOf(role.agency()) + ": " + what));
    }
    return rows;
  }

  private static DossierRows.Row fact(@Nullable PersonRef person, String label, String value) {
    String whose = person == null ? "" : "(" + person + ")";
    return new DossierRows.Row("", person, label + whose, value);
  }
}
