package jp.tsunagu.gateway.network;

import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;

/**
 * How a city meets.
 *
 * @param bodies meeting bodies (会議体) in the order of the file; none where a city runs no meetings
 *     over the network
 * @param settings what people choose from
 * @param contacts agencies whose notices also go by mail
 * @param holidays the city's holiday file, so that every service counts by one calendar
 */
public record MeetingConfiguration(
    List<MeetingBody> bodies,
    MeetingSettings settings,
    List<MeetingContact> contacts,
    HolidayOverrides holidays) {

  /** Keeps an unmodifiable copy. */
  public MeetingConfiguration {
    bodies = List.copyOf(bodies);
    contacts = List.copyOf(contacts);
  }
}
