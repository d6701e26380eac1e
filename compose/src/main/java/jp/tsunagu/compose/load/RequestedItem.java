package jp.tsunagu.compose.load;

import java.util.List;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.id.AgencyId;

/** A case of the usual city for which a 支援会議 was asked, screened and given its members. */
public record RequestedItem(String caseId, String requestId, String caseNumber) {

  /**
   * One of a case that is new.
   *
   * @param members who are appointed (構成員の委嘱) and so invited
   * @throws TimeoutException when who acts next does not know of the case within a minute
   * @throws IllegalStateException when a step was refused
   */
  public static RequestedItem ofNew(Desks desks, List<AgencyId> members) throws TimeoutException {
    var received =
        desks.post(
            SampleCity.HOKATSU,
            "/consultations",
            """
            {"consultation": {"fields": ["高齢・介護", "その他"], "area": "chubu", "urgency": "通常",
             "reception": "新規", "persons": 2}}
            """);
    var caseId = received.text("caseId");
    var request =
        desks.post(
            SampleCity.HOKATSU,
            "/cases/" + caseId + "/meeting-requests",
            """
            {"conference": "支援会議", "purpose": "新規", "minutes": 30, "persons": [1, 2],
             "involved": ["shogai-soudan", "shakyo"]}
            """);
    desks.post(
        SampleCity.DESK,
        "/cases/" + caseId + "/coordination/screening",
        "{\"route\": \"支援会議\", \"reason\": \"NO_CONSENT\"}");
    for (var member : members) {
      desks.post(
          SampleCity.DESK,
          "/cases/" + caseId + "/coordination/members",
          "{\"member\": \"" + member + "\"}");
    }
    return new RequestedItem(caseId, request.text("requestId"), received.text("caseNumber"));
  }
}
