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

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.PaperCommand.CallBackPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.OpenPaper;
import jp.tsunagu.contract.lifecycle.PaperCopy;
import jp.tsunagu.contract.lifecycle.PaperEvent.PaperOpened;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;
import jp.tsunagu.contract.lifecycle.PaperStage;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 資料: handed out for a 支援会議 to who sits at its table, read, and called back (回収). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PapersAreCalledBackTest {

  private static final AgencyId SCHEDULER = AgencyId.SCHEDULER;
  private static final FormRef PLAN = new FormRef("plan", 1);

  private final Story story = Story.beginning("2026-06-22T09:40");

  @BeforeEach
  void a_support_conference_is_announced() {
    story.does(KANKYO, h -> Commands.receive(h, 1, Field.OTHER));
    story.does(KANKYO, h -> new RequestCoordination(h, KANKYO, null));
    story.does(KANKYO, AcceptCoordination::new);
    story.does(
        KANKYO, h -> Meetings.ask(h, 1, SUPPORT_CONFERENCE, Set.of(1), HIGASHI, SHAKYO, MINSEI));
    for (AgencyId member : List.of(KANKYO, HIGASHI, SHAKYO, MINSEI)) {
      story.does("2026-07-01T09:00", DESK, h -> new AppointMember(h, member));
    }
    story.does(SCHEDULER, h -> Meetings.publish(h, ITEM, OCTOBER, 1));
  }

  private void handedOut() {
    story.does(KANKYO, h -> handOut(h, sealed(1, HIGASHI, SHAKYO), HIGASHI, SHAKYO, MINSEI));
  }

  @Test
  void each_gets_a_numbered_copy_and_learns_of_its_own_alone() {
    handedOut();
    assertThat(story.state().papers())
        .extracting(HandedPaper::copy, HandedPaper::stage)
        .containsExactly(
            tuple(new PaperCopy(1, HIGASHI, false), PaperStage.HANDED_OUT),
            tuple(new PaperCopy(2, MINSEI, true), PaperStage.HANDED_OUT),
            tuple(new PaperCopy(3, SHAKYO, false), PaperStage.HANDED_OUT));
    assertThat(story.whoLearnedOf(PapersHandedOut.class))
        .containsExactlyInAnyOrder(KANKYO, DESK, HIGASHI, SHAKYO);
    PapersHandedOut toShakyo = story.lastTold(SHAKYO, PapersHandedOut.class);
    assertThat(toShakyo.copies()).containsExactly(new PaperCopy(3, SHAKYO, false));
    assertThat(Objects.requireNonNull(toShakyo.dossier()).recipients()).containsExactly(SHAKYO);
    assertThat(story.lastTold(DESK, PapersHandedOut.class).copies()).hasSize(3);
  }

  @Test
  void only_who_runs_the_meeting_hands_out_and_only_to_its_table() {
    story.isRefused(
        HIGASHI, RefusalCode.ONLY_WHO_ASKED, h -> handOut(h, sealed(1, SHAKYO), SHAKYO));
    story.isRefused(
        KANKYO, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> handOut(h, sealed(1, NOZEI), NOZEI));
    story.isRefused(
        KANKYO,
        RefusalCode.RECEIVER_NOT_POSSIBLE,
        h -> handOut(h, sealed(1, HIGASHI, SHAKYO), SHAKYO));
    story.isRefused(KANKYO, RefusalCode.PAPER_RECIPIENTS_MISSING, h -> handOut(h, null));
  }

  @Test
  void reading_is_recorded_once_and_a_copy_of_another_does_not_exist() {
    handedOut();
    story.isRefused(HIGASHI, RefusalCode.PAPER_UNKNOWN, h -> new OpenPaper(h, 3));
    story.isRefused(HIGASHI, RefusalCode.PAPER_UNKNOWN, h -> new OpenPaper(h, 9));
    story.does(SHAKYO, h -> new OpenPaper(h, 3));
    assertThat(story.whoLearnedOf(PaperOpened.class))
        .containsExactlyInAnyOrder(KANKYO, DESK, SHAKYO);
    story.isRefused(SHAKYO, RefusalCode.PAPER_ALREADY_OPENED, h -> new OpenPaper(h, 3));
  }

  @Test
  void what_was_called_back_does_not_exist_for_who_had_it_and_paper_is_ticked_off() {
    handedOut();
    story.isRefused(SHAKYO, RefusalCode.PAPER_UNKNOWN, h -> new CallBackPapers(h, Set.of(3)));
    story.isRefused(KANKYO, RefusalCode.PAPER_UNKNOWN, h -> new CallBackPapers(h, Set.of()));
    story.does(KANKYO, h -> new CallBackPapers(h, Set.of(2, 3)));
    assertThat(story.whoLearnedOf(PapersCalledBack.class))
        .containsExactlyInAnyOrder(KANKYO, DESK, SHAKYO);
    assertThat(story.lastTold(SHAKYO, PapersCalledBack.class).numbers()).containsExactly(3);
    story.isRefused(SHAKYO, RefusalCode.PAPER_UNKNOWN, h -> new OpenPaper(h, 3));
    story.isRefused(KANKYO, RefusalCode.PAPER_UNKNOWN, h -> new CallBackPapers(h, Set.of(3)));
  }

  @Test
  void who_leaves_the_conference_reads_its_papers_no_more() {
    handedOut();
    story.does(DESK, h -> new ReleaseMember(h, SHAKYO));
    story.does(DESK, h -> new ReleaseMember(h, MINSEI));
    assertThat(story.state().papers())
        .extracting(HandedPaper::stage)
        .as("what was given on paper has still to come back")
        .containsExactly(PaperStage.HANDED_OUT, PaperStage.HANDED_OUT, PaperStage.BACK);
  }

  private static HandOutPapers handOut(
      CommandHeader header, @Nullable SealedDossier dossier, AgencyId... recipients) {
    return new HandOutPapers(header, ITEM, PLAN, 1, Set.of(recipients), dossier);
  }

  private static SealedDossier sealed(int id, AgencyId... readers) {
    return Sealing.dossier(
        id,
        KANKYO,
        Sealing.person(1, SharingBasis.SUPPORT_CONFERENCE, Set.of(DetailKind.CARE), readers));
  }
}
