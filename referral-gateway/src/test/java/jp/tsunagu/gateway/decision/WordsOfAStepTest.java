package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is said in words of a step, such as of its exception, is told to its reader alone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsOfAStepTest {

  private static final List<Lead> LEADS = List.of(new Lead(null, SHOGAI));

  @Test
  void of_a_decision_its_reader_gets_the_words_and_another_supporter_the_code() {
    Story story = Situation.COORDINATED.story().where(Cities.KOMAE.flow());
    story.does(
        DESK,
        h ->
            new DecideSupport(
                h, FlowException.URGENT, Sealing.dossier(90, DESK, Sealing.note(HIGASHI, DESK))));
    readBy(HIGASHI, story.lastTold(HIGASHI, SupportDecided.class).dossier());
    readBy(HIGASHI, story.lastTold(DESK, SupportDecided.class).dossier());
    SupportDecided other = story.lastTold(SHOGAI, SupportDecided.class);
    assertThat(other.dossier()).as("no word, not even whose it is").isNull();
    assertThat(Objects.requireNonNull(other.passed()).reason()).isEqualTo(FlowException.URGENT);
  }

  @Test
  void of_an_end_and_a_result_too() {
    Story story = Situation.COORDINATED.story();
    story.does(
        DESK,
        h ->
            new CloseCoordination(
                h,
                LEADS,
                ClosingGround.SETTLED_DIRECTLY,
                null,
                Sealing.dossier(91, DESK, Sealing.note(HIGASHI, DESK))));
    readBy(HIGASHI, story.lastTold(HIGASHI, CoordinationClosed.class).dossier());
    assertThat(story.lastTold(SHOGAI, CoordinationClosed.class).dossier()).isNull();
    story.does(
        HIGASHI,
        h ->
            new ReportResult(
                h,
                Story.person(1),
                null,
                Sealing.dossier(92, HIGASHI, Sealing.note(DESK, HIGASHI))));
    readBy(DESK, story.lastTold(DESK, ResultReported.class).dossier());
  }

  @Test
  void of_a_support_beside_the_case_too() {
    Story story = Situation.REACHING_OUT.story();
    AgencyId provider = story.state().sides().getFirst().flow().provider();
    story.does(
        provider,
        h ->
            new MoveSideSupport(
                h,
                SideKind.OUTREACH,
                story.state().sides().getFirst().flow().person(),
                SideStage.PREPARING,
                null,
                Sealing.dossier(93, provider, Sealing.note(DESK, provider))));
    readBy(DESK, story.lastTold(DESK, SideSupportMoved.class).dossier());
    story.does(
        provider,
        h ->
            new EndSideSupport(
                h,
                SideKind.OUTREACH,
                story.state().sides().getFirst().flow().person(),
                ClosingGround.CONTACT_LOST,
                null,
                null,
                Sealing.dossier(94, provider, Sealing.note(DESK, provider))));
    readBy(DESK, story.lastTold(DESK, SideSupportEnded.class).dossier());
  }

  @Test
  void nobody_reads_them_who_does_not_work_on_the_case() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(
        DESK,
        RefusalCode.RECEIVER_NOT_POSSIBLE,
        h -> new DecideSupport(h, null, Sealing.dossier(95, DESK, Sealing.note(HOKENSHO, DESK))));
  }

  private static void readBy(AgencyId reader, @Nullable DossierOutline outline) {
    assertThat(Objects.requireNonNull(outline).recipients()).contains(reader);
  }
}
