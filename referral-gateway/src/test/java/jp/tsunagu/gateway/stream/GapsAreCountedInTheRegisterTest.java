package jp.tsunagu.gateway.stream;

import static jp.tsunagu.gateway.stream.TestNetwork.DESK;
import static jp.tsunagu.gateway.stream.TestNetwork.HOKATSU;
import static jp.tsunagu.gateway.stream.TestNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueOutline;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.IssueStep;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.MoveIssue;
import jp.tsunagu.contract.directory.RegisterCommand.RecordIssue;
import jp.tsunagu.contract.directory.RegisterCommand.ReportOccurrence;
import jp.tsunagu.contract.directory.RegisterCommand.TakeBackOccurrence;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.SetAsideGround;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.OccurrenceId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.topic.Partitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GapsAreCountedInTheRegisterTest {
  /** Belongs into partition 0, the only one of the bench. */
  private static final IssueId GAP =
      Stream.generate(() -> new IssueId(UUID.randomUUID()))
          .filter(id -> Partitions.of(id.toString(), 6) == 0)
          .findFirst()
          .orElseThrow();

  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final IssueStep SUBMITTED =
      new IssueStep(IssueStage.SUBMITTED, DAY, "福祉のまちづくり委員会", null, null);
  private static final IssueStep DEVELOPING =
      new IssueStep(IssueStage.DEVELOPING, DAY, "空き店舗の居場所", null, null);
  private static final IssueStep SET_ASIDE =
      new IssueStep(IssueStage.SET_ASIDE, DAY, "", SetAsideGround.NO_MEANS, null);

  private final List<CommunityIssue> published = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void build(@TempDir Path directory) {
    bench = new Bench(directory);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nobody_can_read_or_count_how_often_it_was_noticed_before_five_times() {
    send(SHOGAI, recorded(0, "夕方の居場所"));
    int before = published.size();
    for (AgencyId agency : List.of(SHOGAI, HOKATSU, HOKATSU, SHOGAI)) {
      post(agency, noticed());
    }
    publish();
    assertThat(published).hasSize(before);
    assertThat(last().occurrences()).isZero();
    ReportOccurrence fifth = noticed();
    post(DESK, fifth);
    post(DESK, fifth);
    publish();
    assertThat(last().occurrences()).as("the same one twice is one").isEqualTo(5);
    post(HOKATSU, noticed());
    publish();
    assertThat(last().occurrences()).isEqualTo(6);
    assertThat(last().answers()).as("none that could be counted").hasSize(1);
  }

  @Test
  void what_was_noted_by_mistake_is_taken_back_by_who_noted_it_and_counted_no_more() {
    send(SHOGAI, recorded(0, "夕方の居場所"));
    ReportOccurrence mistaken = noticed();
    post(HOKATSU, mistaken);
    for (int more = 0; more < 5; more++) {
      post(SHOGAI, noticed());
    }
    post(SHOGAI, takenBack(mistaken));
    publish();
    assertThat(last().occurrences()).as("of another agency").isEqualTo(6);
    post(HOKATSU, takenBack(mistaken));
    post(HOKATSU, takenBack(mistaken));
    publish();
    assertThat(last().occurrences()).isEqualTo(5);
  }

  @Test
  void a_number_that_was_told_does_not_fall_below_five() {
    send(SHOGAI, recorded(0, "夕方の居場所"));
    ReportOccurrence mistaken = noticed();
    post(HOKATSU, mistaken);
    for (int more = 0; more < 4; more++) {
      post(SHOGAI, noticed());
    }
    publish();
    int before = published.size();
    post(HOKATSU, takenBack(mistaken));
    post(HOKATSU, takenBack(mistaken));
    publish();
    assertThat(published).as("nothing tells that it is four").hasSize(before);
    send(SHOGAI, moved(1, SUBMITTED));
    assertThat(last().occurrences()).isEqualTo(5);
    post(HOKATSU, noticed());
    publish();
    assertThat(last().occurrences()).isEqualTo(5);
    post(HOKATSU, noticed());
    publish();
    assertThat(last().occurrences()).isEqualTo(6);
  }

  @Test
  void it_goes_before_a_body_into_development_and_becomes_a_resource() {
    ResourceId made = new ResourceId(UUID.randomUUID());
    send(SHOGAI, recorded(0, "夕方の居場所"));
    assertThat(last().stage()).isEqualTo(IssueStage.NOTICED);
    assertThat(send(SHOGAI, moved(1, SUBMITTED))).isNull();
    assertThat(send(DESK, moved(2, DEVELOPING))).isNull();
    assertThat(send(DESK, moved(3, new IssueStep(IssueStage.DONE, DAY, "", null, made)))).isNull();
    assertThat(last().stage()).isEqualTo(IssueStage.DONE);
    assertThat(last().steps())
        .extracting(IssueStep::stage)
        .containsExactly(IssueStage.SUBMITTED, IssueStage.DEVELOPING, IssueStage.DONE);
    assertThat(last().steps().getLast().resourceId()).isEqualTo(made);
  }

  @Test
  void a_step_that_its_stage_does_not_allow_is_refused_and_what_was_set_aside_comes_back() {
    send(SHOGAI, recorded(0, "夕方の居場所"));
    assertThat(send(SHOGAI, moved(1, DEVELOPING))).isEqualTo(RegisterRefusal.WRONG_STAGE);
    assertThat(send(SHOGAI, moved(1, SET_ASIDE))).isNull();
    assertThat(send(SHOGAI, moved(2, SET_ASIDE))).isEqualTo(RegisterRefusal.WRONG_STAGE);
    assertThat(send(SHOGAI, moved(2, SUBMITTED))).isNull();
    assertThat(last().stage()).isEqualTo(IssueStage.SUBMITTED);
  }

  @Test
  void who_entered_it_and_the_desk_describe_it_and_nobody_on_what_is_old() {
    send(SHOGAI, recorded(0, "夕方の居場所"));
    assertThat(send(HOKATSU, recorded(1, "朝の居場所"))).isEqualTo(RegisterRefusal.NOT_YOURS);
    assertThat(send(HOKATSU, moved(1, SUBMITTED))).isEqualTo(RegisterRefusal.NOT_YOURS);
    assertThat(send(DESK, recorded(1, "夕方と夜の居場所"))).isNull();
    assertThat(send(SHOGAI, recorded(1, "朝の居場所"))).isEqualTo(RegisterRefusal.CHANGED);
    assertThat(send(SHOGAI, moved(1, SUBMITTED))).isEqualTo(RegisterRefusal.CHANGED);
    assertThat(last().outline().what()).isEqualTo("夕方と夜の居場所");
    assertThat(last().enteredBy()).isEqualTo(SHOGAI);
  }

  @Test
  void what_nobody_entered_or_nobody_could_show_is_put_aside_and_its_sender_told() {
    post(HOKATSU, noticed());
    post(SHOGAI, recorded(0, " "));
    post(SHOGAI, moved(1, new IssueStep(IssueStage.SET_ASIDE, DAY, "", null, null)));
    assertThat(told(HOKATSU)).containsExactly("ISSUE_UNKNOWN");
    assertThat(told(SHOGAI)).containsExactly("ISSUE_WRONG", "ISSUE_WRONG");
    publish();
    assertThat(published).isEmpty();
  }

  /** Gives the refusal; null where it took effect. */
  private @Nullable RegisterRefusal send(AgencyId sender, RegisterCommand command) {
    post(sender, command);
    publish();
    return last().answerTo(command.commandId()).orElseThrow().refusal();
  }

  private void publish() {
    published.addAll(bench.read(bench.topics.directory(), CommunityIssue.class));
  }

  private CommunityIssue last() {
    return published.getLast();
  }

  private void post(AgencyId sender, RegisterCommand command) {
    bench.sendRaw(sender, GAP.toString(), bench.codec.encode((Record) command));
  }

  private List<String> told(AgencyId agency) {
    return bench.read(bench.topics.inbox(agency), CommandUnreadable.class).stream()
        .map(CommandUnreadable::reason)
        .toList();
  }

  private RecordIssue recorded(int basedOn, String what) {
    return new RecordIssue(
        wish(),
        bench.now(),
        GAP,
        basedOn,
        new IssueOutline(what, "PLACE_TO_BE", Set.of(), Programme.PARTICIPATION));
  }

  private MoveIssue moved(int basedOn, IssueStep step) {
    return new MoveIssue(wish(), bench.now(), GAP, basedOn, step);
  }

  private ReportOccurrence noticed() {
    return new ReportOccurrence(wish(), bench.now(), GAP, new OccurrenceId(UUID.randomUUID()));
  }

  private TakeBackOccurrence takenBack(ReportOccurrence report) {
    return new TakeBackOccurrence(wish(), bench.now(), GAP, report.occurrenceId());
  }

  private static CommandId wish() {
    return new CommandId(UUID.randomUUID());
  }
}
