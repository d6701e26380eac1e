package jp.tsunagu.gateway.decision;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.gateway.decision.Meetings.ITEM;
import static jp.tsunagu.gateway.decision.Meetings.OCTOBER;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.KANKYO;
import static jp.tsunagu.gateway.decision.Town.MINSEI;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 申出, its reception, 報告書 and 会議録: whose they are, when, and who may read any of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SheetsOfAMeetingTest {

  private static final AgencyId SCHEDULER = AgencyId.SCHEDULER;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 22);
  private static final MeetingRequestId OTHER = Meetings.request(2);

  private final Story story = Story.beginning("2026-06-22T09:40");

  @BeforeEach
  void a_department_asks_for_a_support_conference() {
    story.does(KANKYO, h -> Commands.receive(h, 1, Field.OTHER));
    story.does(KANKYO, h -> new RequestCoordination(h, KANKYO, null));
    story.does(KANKYO, AcceptCoordination::new);
    story.does(KANKYO, h -> Meetings.ask(h, 1, SUPPORT_CONFERENCE, Set.of(1), HIGASHI, MINSEI));
  }

  private void held() {
    for (AgencyId member : List.of(KANKYO, HIGASHI, MINSEI)) {
      story.does("2026-07-01T09:00", DESK, h -> new AppointMember(h, member));
    }
    story.does(SCHEDULER, h -> Meetings.publish(h, ITEM, OCTOBER, 1));
    story.does(SCHEDULER, h -> Meetings.held(h, ITEM, OCTOBER, HIGASHI));
  }

  @Test
  void whoever_asked_applies_and_the_desk_says_what_it_thinks_of_it() {
    story.isRefused(DESK, RefusalCode.MEETING_ITEM_NOT_HELD, form(KnownForm.MEETING_MINUTES));
    story.does(KANKYO, h -> sheet(h, KnownForm.MEETING_APPLICATION, ITEM, sealed(KANKYO, 1, DESK)));
    assertThat(story.whoLearnedOf(FormRecorded.class)).containsExactlyInAnyOrder(KANKYO, DESK);
    story.isRefused(KANKYO, RefusalCode.ONLY_THE_DESK, form(KnownForm.MEETING_ADVICE));
    story.does(DESK, h -> Commands.form(h, KnownForm.MEETING_ADVICE, 1));
    story.isRefused(NOZEI, RefusalCode.CASE_UNKNOWN, form(KnownForm.MEETING_APPLICATION));
    assertThat(story.state().forms())
        .extracting(each -> each.form().formId(), RecordedForm::item, RecordedForm::revision)
        .containsExactly(tuple("meeting-application", ITEM, 1), tuple("meeting-advice", ITEM, 1));
  }

  @Test
  void what_was_taken_back_or_held_already_is_not_applied_for() {
    story.does(KANKYO, h -> new WithdrawMeetingRequest(h, ITEM));
    story.isRefused(KANKYO, RefusalCode.MEETING_ITEM_NOT_OPEN, form(KnownForm.MEETING_APPLICATION));
  }

  @Test
  void it_says_of_which_item_it_is_and_no_other_form_does() {
    story.isRefused(
        KANKYO,
        RefusalCode.FORM_AND_ITEM_DIFFER,
        h -> sheet(h, KnownForm.MEETING_APPLICATION, null, null));
    story.isRefused(
        KANKYO, RefusalCode.FORM_AND_ITEM_DIFFER, h -> sheet(h, KnownForm.PLAN, ITEM, null));
    story.isRefused(
        KANKYO,
        RefusalCode.MEETING_REQUEST_UNKNOWN,
        h -> sheet(h, KnownForm.MEETING_APPLICATION, OTHER, null));
  }

  @Test
  void minutes_are_the_organisers_and_go_to_the_table_alone() {
    held();
    story.isRefused(HIGASHI, RefusalCode.ONLY_WHO_ASKED, form(KnownForm.MEETING_MINUTES));
    story.does("2026-07-01T09:00", DESK, h -> new AppointMember(h, NOZEI));
    story.isRefused(
        DESK,
        RefusalCode.RECEIVER_NOT_POSSIBLE,
        h -> sheet(h, KnownForm.MEETING_MINUTES, ITEM, sealed(DESK, 2, NOZEI)));
    story.does(DESK, h -> sheet(h, KnownForm.MEETING_MINUTES, ITEM, sealed(DESK, 3, HIGASHI)));
    assertThat(story.whoLearnedOf(FormRecorded.class))
        .as("those who run it, and who reads some of it")
        .containsExactlyInAnyOrder(KANKYO, DESK, HIGASHI);
    assertThat(story.lastTold(HIGASHI, FormRecorded.class).item()).isEqualTo(ITEM);
  }

  @Test
  void each_item_has_minutes_of_its_own_and_a_report_that_is_written_is_filed() {
    held();
    story.does(KANKYO, h -> Meetings.ask(h, 2, SUPPORT_CONFERENCE, Set.of(1), SHAKYO));
    story.does("2026-07-01T09:00", DESK, h -> new AppointMember(h, SHAKYO));
    story.does(SCHEDULER, h -> Meetings.publish(h, OTHER, OCTOBER, 1));
    story.does(SCHEDULER, h -> Meetings.held(h, OTHER, OCTOBER, SHAKYO));
    story.does(DESK, h -> sheet(h, KnownForm.MEETING_MINUTES, ITEM, null));
    story.does(DESK, h -> sheet(h, KnownForm.MEETING_MINUTES, ITEM, null));
    story.does(DESK, h -> sheet(h, KnownForm.MEETING_MINUTES, OTHER, null));
    assertThat(story.state().forms())
        .extracting(RecordedForm::item, RecordedForm::revision)
        .containsExactly(tuple(ITEM, 2), tuple(OTHER, 1));

    assertThat(story.does(KANKYO, form(KnownForm.MEETING_REPORT)))
        .hasAtLeastOneElementOfType(MeetingReportFiled.class);
    assertThat(story.does(KANKYO, form(KnownForm.MEETING_REPORT)))
        .doesNotHaveAnyElementsOfTypes(MeetingReportFiled.class);
  }

  private static Function<CommandHeader, CaseCommand> form(KnownForm form) {
    return h -> sheet(h, form, ITEM, null);
  }

  private static RecordForm sheet(
      CommandHeader header,
      KnownForm form,
      @Nullable MeetingRequestId item,
      @Nullable SealedDossier dossier) {
    return new RecordForm(
        header, new FormRef(form.formId(), 1), DAY, Set.of(Story.person(1)), item, dossier);
  }

  private static SealedDossier sealed(AgencyId sender, int id, AgencyId reader) {
    return Sealing.dossier(
        id,
        sender,
        Sealing.person(1, SharingBasis.SUPPORT_CONFERENCE, Set.of(DetailKind.CARE), reader));
  }
}
