package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.Duties.Duty;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** One meeting as a page: what waits, the agenda, who is not called, notices, who came. */
record MeetingPage(
    Head head,
    List<Duty> duties,
    List<Step> steps,
    @Nullable DatesPart dates,
    AgendaPart agenda,
    PeoplePart people,
    @Nullable Instant readUpTo,
    boolean mayAct) {

  /** Keeps unmodifiable copies. */
  MeetingPage {
    duties = List.copyOf(duties);
    steps = List.copyOf(steps);
  }

  /** Which meeting it is, and how far it got. */
  record Head(
      MeetingView view,
      String organiser,
      @Nullable String room,
      PageStage stage,
      List<Rung> ladder) {

    /** Keeps an unmodifiable copy. */
    Head {
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * How far it got.
   *
   * @param at when that is, where it is known
   */
  record Rung(String label, boolean done, @Nullable Instant at, String before) {}

  /** A form that can be opened. */
  record Step(String path, String title) {}

  /** The form of this name. */
  static Step step(String path) {
    return new Step(path, MeetingForms.of(path).map(MeetingForm::title).orElseThrow());
  }

  static MeetingPage of(Reading reading, Meeting meeting, MailProperties mail) {
    return new Maker(reading, meeting).page(mail);
  }

  /** Makes the page of one meeting. */
  private record Maker(Reading reading, Meeting meeting) {

    MeetingPage page(MailProperties mail) {
      boolean mayAct = Acting.objection(reading.caller()).isEmpty();
      Outlook.Preview preview =
          Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now());
      return new MeetingPage(
          head(),
          mayAct ? new Duties(reading, mail).of(meeting) : List.of(),
          mayAct ? steps() : List.of(),
          DatesPart.of(reading, meeting),
          AgendaPart.of(reading, meeting, preview),
          PeoplePart.of(reading, meeting, preview, mail),
          reading.readUpTo(),
          mayAct);
    }

    private NetworkDirectory directory() {
      return reading.known().directory();
    }

    private Head head() {
      MeetingView view = new MeetingViews(reading).summary(meeting);
      PageStage stage = PageStage.of(meeting);
      return new Head(
          view,
          directory().nameOf(meeting.organiser()),
          reading.city().body(meeting.id().body()).map(body -> body.place().room()).orElse(null),
          stage,
          PageStage.WAY.stream().map(each -> rung(each, stage, view)).toList());
    }

    private Rung rung(PageStage each, PageStage reached, MeetingView view) {
      boolean done = each.isReachedBy(reached);
      return switch (each) {
        case OPEN -> new Rung(each.label(), done, view.times().closing(), "締切");
        case DRAFT -> new Rung(each.label(), done, null, "");
        case ANNOUNCED ->
            new Rung(each.label(), done, done ? issuedAt() : view.times().publishing(), "");
        case TAKEN_PLACE -> new Rung(each.label(), done, view.times().startsAt(), "");
        case RECORDED, NOTHING_ASKED, CANCELLED -> new Rung(each.label(), done, null, "");
      };
    }

    private @Nullable Instant issuedAt() {
      return meeting.agenda().issues().isEmpty()
          ? null
          : meeting.agenda().issues().getLast().header().recordedAt();
    }

    private List<Step> steps() {
      return forms().map(MeetingPage::step).toList();
    }

    private Stream<String> forms() {
      if (meeting.held() != null) {
        return meeting.outcome().minutesComplete() ? Stream.of() : Stream.of("minutes");
      }
      if (meeting.isOver()) {
        return Stream.of();
      }
      Stream<String> days =
          meeting.startsAt() == null ? Stream.of("start", "candidates") : Stream.of("move");
      Stream<String> held = meeting.isPublished() ? Stream.of("attendance") : Stream.of();
      return Stream.of(days, held, Stream.of("cancel")).flatMap(each -> each);
    }
  }
}
