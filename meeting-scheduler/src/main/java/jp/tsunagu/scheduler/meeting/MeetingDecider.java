package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/**
 * What is due in the network's meetings, and what becomes of each command. Pure.
 *
 * <p>It compares what should be with what is, whatever happened in between, so that asking again
 * changes nothing and a missed moment is made up for.
 */
public final class MeetingDecider {

  private MeetingDecider() {}

  /**
   * Everything that is due: meetings of the calendar whose requests closed, agendas to be drafted,
   * published or published anew, notices, reminders, minutes that are complete, reports to be
   * chased. Empty if nothing is.
   *
   * @param grace an agenda is built so long after its moment at the earliest
   */
  public static List<Act> due(Known known, Meetings meetings, Instant now, Duration grace) {
    Optional<City> city = City.of(known.directory());
    if (city.isEmpty()) {
      return List.of();
    }
    Workbench bench =
        new Workbench(known, city.get(), meetings, now, grace, null, MeetingActedBy.SCHEDULER);
    Agendas agendas = new Agendas(bench);
    agendas.open();
    agendas.bringUpToDate();
    for (Meeting meeting : bench.meetings().all()) {
      if (meeting.isPublished()) {
        new Notices(bench).remind(meeting);
      }
      new Minutes(bench).complete(meeting);
      new Reports(bench).chase(meeting);
    }
    return bench.acts();
  }

  /**
   * Why this actor may give no command about this meeting, whatever stands in it; empty where it
   * may. Needs nothing that may still have to be read.
   */
  public static Optional<MeetingRefusal> objection(
      AgencyId actor, MeetingId meeting, Known known, Meetings meetings, Instant now) {
    return rights(actor, known, meetings, now).flatMap(rights -> rights.at(meeting));
  }

  /** Why this actor may call no meeting of this body, whatever it is to be about. */
  public static Optional<MeetingRefusal> objection(
      AgencyId actor, BodyId body, Known known, Meetings meetings, Instant now) {
    return rights(actor, known, meetings, now).flatMap(rights -> rights.calling(body));
  }

  private static Optional<CommandRights> rights(
      AgencyId actor, Known known, Meetings meetings, Instant now) {
    return City.of(known.directory())
        .map(
            city ->
                new Workbench(
                    known, city, meetings, now, Duration.ZERO, null, MeetingActedBy.SCHEDULER))
        .map(bench -> new CommandRights(bench, actor));
  }

  /** What becomes of a command. */
  public static Outcome answer(
      MeetingCommand command, Known known, Meetings meetings, Instant now, Duration grace) {
    Optional<City> city = City.of(known.directory());
    if (city.isEmpty()) {
      return new Outcome.Refused(MeetingRefusal.BODY_UNKNOWN);
    }
    Workbench bench = bench(command, known, city.get(), meetings, now, grace);
    return new CommandDecider(bench)
        .answer(command)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done(bench.acts()));
  }

  private static Workbench bench(
      MeetingCommand command,
      Known known,
      City city,
      Meetings meetings,
      Instant now,
      Duration grace) {
    MeetingCommandHeader header = command.header();
    return new Workbench(
        known,
        city,
        meetings,
        now,
        grace,
        header.commandId(),
        new MeetingActedBy(header.actor(), header.actingPerson()));
  }
}
