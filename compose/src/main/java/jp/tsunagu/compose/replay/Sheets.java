package jp.tsunagu.compose.replay;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.household.Sheet;
import jp.tsunagu.compose.household.SheetJson;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms that the simulated systems fill in.
 *
 * @param today when everybody consented
 */
record Sheets(Casebook casebook, LocalDate today) {

  /** The sheet of a consultation; the desk connects the household itself. */
  Sheet of(Entry entry) {
    var isDesk = entry.receivedBy().equals(SampleCity.DESK);
    AgencyId receiver = isDesk ? entry.receiver() : null;
    return sheet(entry, receiver);
  }

  private Sheet sheet(Entry entry, @Nullable AgencyId receiver) {
    List<AgencyId> recipients =
        SampleCity.everyone().stream()
            .filter(agency -> !agency.equals(entry.receivedBy()))
            .toList();
    return new Sheet(
        entry.household(), recipients, today, casebook.noteOf(entry), new Sheet.Sending(receiver));
  }

  /** The same household connected on to this agency. */
  String onTo(Entry entry, AgencyId receiver) {
    return passedOn(entry, receiver).toString();
  }

  private ObjectNode passedOn(Entry entry, AgencyId receiver) {
    var form = SheetJson.tree(sheet(entry, receiver));
    form.remove(List.of("consultation", "consents", "referral"));
    form.put("receiver", receiver.value());
    return form;
  }

  /** The same household sent to this agency after the leg of the news had ended. */
  String again(Entry entry, News news, AgencyId receiver) {
    var form = passedOn(entry, receiver);
    form.put("caseId", news.caseId());
    form.put("continues", news.referralId());
    form.put("urgency", entry.household().urgency().label());
    return form.toString();
  }
}
