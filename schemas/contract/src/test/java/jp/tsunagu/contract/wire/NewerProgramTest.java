package jp.tsunagu.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SharedByLaw;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommand.CancelMeeting;
import jp.tsunagu.contract.meeting.MeetingEvent.MeetingCancelled;
import jp.tsunagu.contract.meeting.UnknownMeetingCommand;
import jp.tsunagu.contract.meeting.UnknownMeetingEvent;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.UnknownNotice;
import jp.tsunagu.contract.testing.NewerProgram;
import jp.tsunagu.contract.testing.NewerProgram.Written;
import jp.tsunagu.contract.testing.RandomRecords;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What next year's program writes, read by today's codec and fold. */
class NewerProgramTest {
  private static final int ROUNDS = 20;

  /** Sets that never get a code more; the IDL says why. */
  private static final Set<String> CLOSED =
      Set.of(
          "Urgency",
          "Field",
          "ReceptionKind",
          "Participation",
          "ConferenceKind",
          "ItemStage",
          "PaperStage",
          "ReferralKind",
          "TimerKind");

  private final Codec codec = Codec.standard();
  private final NewerProgram next = new NewerProgram();
  private final RandomRecords random = new RandomRecords(new SplittableRandom(20_270_401));

  static List<Class<? extends Record>> records() {
    return RecordNames.classes();
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_field_more_in_every_record_changes_nothing_in_what_is_read(Class<? extends Record> type) {
    for (int i = 0; i < ROUNDS; i++) {
      Record value = random.next(type);
      Written written = next.grown(codec.encode(value));
      assertThat(codec.learn(written.announcement())).isTrue();
      assertThat(codec.decode(written.bytes())).isEqualTo(new Decoded.Readable(value));
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void todays_and_next_years_schemas_read_each_other(Class<? extends Record> type) {
    Schema today = CurrentSchemas.of(type);
    Schema grown = NewerProgram.grownSchema(today);
    assertThat(isReadBy(grown, today)).isTrue();
    assertThat(type == CaseState.class || isReadBy(today, grown)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_code_more_in_every_growing_set_is_shown_as_unknown_and_never_carried_out(
      Class<? extends Record> type) {
    for (int i = 0; i < ROUNDS; i++) {
      Written written = next.withNewCodes(codec.encode(random.next(type)));
      codec.learn(written.announcement());
      var read = codec.decode(written.bytes());
      assertThat(read).isInstanceOf(Decoded.Readable.class);
      Object value = ((Decoded.Readable) read).value();
      boolean isWish = value instanceof CaseCommand || value instanceof MeetingCommand;
      if (isWish && holdsGrowingCode(written.schema())) {
        assertThat(value).isInstanceOfAny(NewerRecord.class, type);
      } else {
        assertThat(value).isInstanceOf(type);
      }
    }
  }

  @Test
  void a_command_with_a_code_this_program_does_not_know_is_kept_whole() {
    EndSupport command = (EndSupport) random.next(EndSupport.class);
    Written written = next.withNewCodes(codec.encode(command));
    codec.learn(written.announcement());
    assertThat(codec.decode(written.bytes()))
        .isInstanceOfSatisfying(
            Decoded.Readable.class,
            read ->
                assertThat(read.value())
                    .isInstanceOfSatisfying(
                        UnknownCommand.class,
                        unknown -> {
                          assertThat(unknown.header()).isEqualTo(command.header());
                          assertThat(codec.encode(unknown)).isEqualTo(written.bytes());
                        }));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> codec.encode(new EndSupport(command.header(), CompletionOutcome.UNKNOWN)));
  }

  @Test
  void a_new_event_has_its_place_in_the_case_and_changes_nothing_else() {
    ConsultationReceived first = received();
    Written unknown =
        next.newKind("PlanDrafted", codec.encode(new ProtectionLifted(at(first.header(), 2))));
    PersonsRegistered third = new PersonsRegistered(at(first.header(), 3), 4);
    assertThat(codec.decode(unknown.bytes()))
        .isEqualTo(new Decoded.Unreadable(UnreadableReason.SCHEMA_UNKNOWN));
    codec.learn(unknown.announcement());

    CaseState before = CaseLifecycle.evolve(before(first), first);
    UnknownEvent event = (UnknownEvent) readable(unknown.bytes());
    CaseState after = CaseLifecycle.evolve(before, event);

    assertThat(event.kind()).isEqualTo("PlanDrafted");
    assertThat(event.header()).isEqualTo(at(first.header(), 2));
    assertThat(codec.encode(event)).isEqualTo(unknown.bytes());
    assertThat(after.sequence()).isEqualTo(2);
    assertThat(after).usingRecursiveComparison().ignoringFields("sequence").isEqualTo(before);
    assertThat(CaseLifecycle.evolve(after, third).persons()).isEqualTo(4);
  }

  @Test
  void a_new_command_notice_and_event_or_command_of_a_meeting_are_kept_as_they_came() {
    LiftProtection command = (LiftProtection) random.next(LiftProtection.class);
    CommandAccepted notice = (CommandAccepted) random.next(CommandAccepted.class);
    MeetingCancelled event = (MeetingCancelled) random.next(MeetingCancelled.class);
    CancelMeeting wish = (CancelMeeting) random.next(CancelMeeting.class);
    assertThat(((UnknownCommand) kept("DraftPlan", command)).header()).isEqualTo(command.header());
    assertThat(((UnknownNotice) kept("PlanShown", notice)).recordedAt())
        .isEqualTo(notice.recordedAt());
    assertThat(((UnknownMeetingEvent) kept("RoomBooked", event)).header())
        .isEqualTo(event.header());
    assertThat(((UnknownMeetingCommand) kept("BookRoom", wish)).header()).isEqualTo(wish.header());
  }

  private NewerRecord kept(String name, Record example) {
    Written written = next.newKind(name, codec.encode(example));
    assertThat(codec.learn(written.announcement())).isTrue();
    NewerRecord read = (NewerRecord) readable(written.bytes());
    assertThat(read.kind()).isEqualTo(name);
    assertThat(codec.encode((Record) read)).isEqualTo(written.bytes());
    byte[] cut = java.util.Arrays.copyOf(written.bytes(), written.bytes().length - 1);
    assertThat(codec.decode(cut)).isEqualTo(new Decoded.Unreadable(UnreadableReason.BYTES_BROKEN));
    return read;
  }

  @Test
  void a_new_event_that_decides_who_may_read_is_not_passed_over() {
    Written written =
        next.newKindThatDecidesWhoMayRead(
            "SharingForbidden", codec.encode(new ProtectionLifted(received().header())));
    codec.learn(written.announcement());
    assertThat(codec.decode(written.bytes()))
        .isEqualTo(new Decoded.Unreadable(UnreadableReason.KIND_UNKNOWN));
  }

  @Test
  void a_code_about_consent_purpose_basis_or_part_is_never_guessed() {
    assertNotGuessed(ConsentRecorded.class, "terms", "purpose");
    assertNotGuessed(ConsentRecorded.class, "terms", "method");
    assertNotGuessed(SharingStopped.class, "answer");
    assertNotGuessed(ReferralSent.class, "mode");
    assertNotGuessed(ReferralSent.class, "dossier", "parts", "kind");
    assertNotGuessed(ReferralSent.class, "dossier", "parts", "basis", "kind");
    assertNotGuessed(ReferralSent.class, "dossier", "parts", "basis", "statute");
    SendReferral command = with(SendReferral.class, "dossier", "parts");
    byte[] bytes =
        NewerProgram.changed(
            codec.encode(command), NewerProgram.NEW_CODE, "dossier", "parts", "kind");
    assertThat(readable(bytes)).isInstanceOf(UnknownCommand.class);
  }

  private void assertNotGuessed(Class<? extends Record> type, String... path) {
    Record value = with(type, path);
    byte[] bytes = NewerProgram.changed(codec.encode(value), NewerProgram.NEW_CODE, path);
    assertThat(codec.decode(bytes))
        .isEqualTo(new Decoded.Unreadable(UnreadableReason.CODE_UNKNOWN));
  }

  /** A record that has something at every step of the path. */
  private <T extends Record> T with(Class<T> type, String... path) {
    while (true) {
      Record value = random.next(type);
      try {
        NewerProgram.changed(codec.encode(value), "x", path);
        return type.cast(value);
      } catch (NullPointerException | java.util.NoSuchElementException _) {
        continue;
      } catch (ClassCastException _) {
        return type.cast(value);
      }
    }
  }

  @Test
  void every_set_of_codes_is_closed_for_good_reason_or_can_grow() {
    Set<String> withoutDefault = new TreeSet<>();
    Set<String> growing = new TreeSet<>();
    for (Class<? extends Record> type : records()) {
      enums(CurrentSchemas.of(type), new HashSet<>())
          .forEach(
              codes ->
                  (codes.getEnumDefault() == null ? withoutDefault : growing).add(codes.getName()));
    }
    assertThat(withoutDefault).containsExactlyInAnyOrderElementsOf(CLOSED);
    assertThat(growing).hasSize(34);
  }

  @Test
  void events_that_decide_who_may_read_say_so_in_their_schema() {
    Stream.of(
            ConsultationReceived.class,
            CaseProtected.class,
            ProtectionLifted.class,
            ConsentRecorded.class,
            ConsentWithdrawn.class,
            SharingStopRequested.class,
            MemberAppointed.class,
            MemberReleased.class,
            SharedByLaw.class)
        .forEach(
            type ->
                assertThat(CurrentSchemas.of(type).getObjectProp("decidesWhoMayRead"))
                    .as(type.getSimpleName())
                    .isEqualTo(true));
  }

  private static boolean holdsGrowingCode(Schema schema) {
    return enums(schema, new HashSet<>()).stream().anyMatch(c -> c.getEnumDefault() != null);
  }

  private static List<Schema> enums(Schema schema, Set<String> seen) {
    List<Schema> found = new ArrayList<>();
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          schema.getFields().forEach(field -> found.addAll(enums(field.schema(), seen)));
        }
      }
      case ARRAY -> found.addAll(enums(schema.getElementType(), seen));
      case UNION -> schema.getTypes().forEach(branch -> found.addAll(enums(branch, seen)));
      case ENUM -> found.add(schema);
      default -> {}
    }
    return found;
  }

  private Object readable(byte[] bytes) {
    Decoded decoded = codec.decode(bytes);
    assertThat(decoded).isInstanceOf(Decoded.Readable.class);
    return ((Decoded.Readable) decoded).value();
  }

  private ConsultationReceived received() {
    ConsultationReceived any = (ConsultationReceived) random.next(ConsultationReceived.class);
    return new ConsultationReceived(
        at(any.header(), 1), any.receivedBy(), any.reception(), 2, any.protection());
  }

  private static CaseState before(CaseEvent first) {
    return CaseState.beforeFirst(first.header().caseId());
  }

  private static EventHeader at(EventHeader header, long sequence) {
    return new EventHeader(
        header.eventId(),
        header.caseId(),
        sequence,
        header.causedBy(),
        header.occurredAt(),
        header.recordedAt(),
        header.times().enteredAt(),
        header.times().phonedAt(),
        header.actor(),
        header.by().onBehalfOf());
  }

  private static boolean isReadBy(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  @Test
  void a_new_kind_of_directory_record_is_told_from_one_that_cannot_be_read() {
    Written programme = next.newKind("Programme", codec.encode(random.next(SchemaEntry.class)));
    assertThat(codec.learn(programme.announcement())).isTrue();
    assertThat(codec.decode(programme.bytes()))
        .isEqualTo(new Decoded.Unreadable(UnreadableReason.KIND_UNKNOWN));
  }
}
