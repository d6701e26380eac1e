package jp.tsunagu.connector.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.PaperCopy;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;

/** Papers of a meeting that HIGASHI runs (資料). */
public final class SamplePapers {

  /** The form that is handed out. */
  public static final String FORM = "plan";

  private SamplePapers() {}

  /** HIGASHI writes the form, as what there is to be handed out. */
  public static void written(TestApi api, CaseId caseId) {
    TestApi.Reply reply =
        api.post(
            TestApi.HIGASHI,
            "/cases/" + caseId + "/forms/" + FORM,
            """
            {"writtenOn": "2026-09-03", "author": "山田",
             "goals": [{"person": 1, "term": "LONG", "about": "CARE", "goal": "歩く"}]}
            """);
    if (reply.status() != 202) {
      throw new AssertionError(reply.body());
    }
  }

  /**
   * HIGASHI has asked for a 支援会議 and handed a copy of a paper to one of its members.
   *
   * @param item what is to be spoken of
   * @param members of the 支援会議; the first has the copy
   * @param sequence of the first event that tells it
   */
  public static void handedOut(
      TestApi api, CaseId caseId, MeetingRequestId item, List<AgencyId> members, long sequence) {
    long next = sequence;
    for (AgencyId member : members) {
      api.network()
          .deliver(
              TestApi.HIGASHI,
              caseId,
              new MemberAppointed(TestNetwork.header(caseId, next++, TestApi.HIGASHI), member));
    }
    List.of(
            new MeetingRequested(
                TestNetwork.header(caseId, next++, TestApi.HIGASHI),
                item,
                new MeetingWish(
                    ConferenceKind.SUPPORT_CONFERENCE, MeetingPurpose.NEW, 60, false, null, null),
                Set.of(new PersonRef(1)),
                TestApi.HIGASHI,
                Set.of()),
            new PapersHandedOut(
                TestNetwork.header(caseId, next, TestApi.HIGASHI),
                item,
                new FormRef(FORM, 1),
                1,
                List.of(new PaperCopy(1, members.getFirst(), false)),
                null))
        .forEach(event -> api.network().deliver(TestApi.HIGASHI, caseId, event));
    await()
        .atMost(SOON)
        .until(
            () ->
                api.get(TestApi.HIGASHI, "/cases/" + caseId + "/papers")
                    .body()
                    .contains("HANDED_OUT"));
  }
}
