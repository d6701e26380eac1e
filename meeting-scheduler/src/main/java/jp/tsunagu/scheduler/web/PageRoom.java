package jp.tsunagu.scheduler.web;

import java.util.function.Function;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.springframework.http.ResponseEntity;

/**
 * Who finds pages about meetings: who reads all of them, and an agency that organises some. For
 * every other agency none exists.
 */
final class PageRoom {

  private final ReadingRoom room;

  PageRoom(ReadingRoom room) {
    this.room = room;
  }

  /** Whether the door lets this caller ask at all. */
  static boolean lets(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.MeetingSecretary _, Caller.Supervisor _, Caller.OfAgency _ -> true;
      case Caller.ProtectionOfficer _, Caller.Administrator _, Caller.Peer _ -> false;
    };
  }

  ResponseEntity<Object> read(Caller caller, Function<Reading, ResponseEntity<Object>> page) {
    return room.read(
        caller,
        reading ->
            hasPages(reading) ? page.apply(reading) : CommonProblem.NOT_FOUND.problem().response());
  }

  private static boolean hasPages(Reading reading) {
    return ReadingRoom.readsAll(reading.caller())
        || !reading.bodies().isEmpty()
        || !reading.visible().isEmpty();
  }
}
