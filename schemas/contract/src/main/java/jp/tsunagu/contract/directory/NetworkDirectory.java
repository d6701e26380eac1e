package jp.tsunagu.contract.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;

/** An immutable snapshot of the directory topic: the last record of every key. */
public final class NetworkDirectory {

  /** Nothing read yet. */
  public static final NetworkDirectory EMPTY = new NetworkDirectory(Map.of());

  private final Map<String, DirectoryRecord> records;
  private final List<Agency> former;

  private NetworkDirectory(Map<String, DirectoryRecord> records) {
    this.records = records;
    this.former = everyAgency().stream().filter(agency -> agency.leftOn() != null).toList();
  }

  /** This snapshot with some records put in the place of those with the same key. */
  public NetworkDirectory with(Collection<? extends DirectoryRecord> newer) {
    Map<String, DirectoryRecord> next = new HashMap<>(records);
    newer.forEach(record -> next.put(record.key(), record));
    return new NetworkDirectory(Map.copyOf(next));
  }

  /** This snapshot without the records of these keys. */
  public NetworkDirectory without(Collection<String> gone) {
    Map<String, DirectoryRecord> next = new HashMap<>(records);
    gone.forEach(next::remove);
    return new NetworkDirectory(Map.copyOf(next));
  }

  /** Every record by its key. */
  public Map<String, DirectoryRecord> records() {
    return records;
  }

  /** The settings; empty until the network has been published. */
  public Optional<NetworkSettings> settings() {
    return records.get("network") instanceof NetworkSettings settings
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** The agency with this id, if it takes part. */
  public Optional<Agency> agency(AgencyId id) {
    return everAgency(id).filter(agency -> agency.leftOn() == null);
  }

  /** All agencies that take part, by id. */
  public List<Agency> agencies() {
    return everyAgency().stream().filter(agency -> agency.leftOn() == null).toList();
  }

  /** The agency with this id as it was last known, whether it takes part or has left (名簿から外れた). */
  public Optional<Agency> everAgency(AgencyId id) {
    return records.get("agency/" + id) instanceof Agency agency
        ? Optional.of(agency)
        : Optional.empty();
  }

  /** The agency with this id, if it has left. */
  public Optional<Agency> formerAgency(AgencyId id) {
    return everAgency(id).filter(agency -> agency.leftOn() != null);
  }

  /** All agencies that have left, by id. */
  public List<Agency> formerAgencies() {
    return former;
  }

  /** All agencies that take part or did so, by id: what old cases are counted and printed by. */
  public List<Agency> everyAgency() {
    return records.values().stream()
        .filter(Agency.class::isInstance)
        .map(Agency.class::cast)
        .sorted((a, b) -> a.agencyId().compareTo(b.agencyId()))
        .toList();
  }

  /**
   * What a code that is gone from network.yaml was called last.
   *
   * @param list where it stood, e.g. {@code declineReasons}
   */
  public Optional<String> formerName(String list, String code) {
    return records.get("former/" + list + "/" + code) instanceof FormerName former
        ? Optional.of(former.name())
        : Optional.empty();
  }

  /** All meeting bodies by id. */
  public List<MeetingBody> meetingBodies() {
    return records.values().stream()
        .filter(MeetingBody.class::isInstance)
        .map(MeetingBody.class::cast)
        .sorted((a, b) -> a.bodyId().compareTo(b.bodyId()))
        .toList();
  }

  /** The meeting body with this id, if the city has it. */
  public Optional<MeetingBody> meetingBody(BodyId id) {
    return records.get("body/" + id) instanceof MeetingBody body
        ? Optional.of(body)
        : Optional.empty();
  }

  /** What people choose from in meetings; empty until the network has been published. */
  public Optional<MeetingSettings> meetingSettings() {
    return records.get("meetings") instanceof MeetingSettings settings
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** Where an agency's notices go besides its inbox; empty means by post. */
  public Optional<MeetingContact> meetingContact(AgencyId id) {
    return records.get("contact/" + id) instanceof MeetingContact contact
        ? Optional.of(contact)
        : Optional.empty();
  }

  /** The city's holiday file; empty until the network has been published. */
  public Optional<HolidayOverrides> holidayOverrides() {
    return records.get("holidays") instanceof HolidayOverrides overrides
        ? Optional.of(overrides)
        : Optional.empty();
  }

  /** The public keys of an agency, newest first; empty until it announced one. */
  public List<PublicKey> keys(AgencyId id) {
    return records.get("keys/" + id) instanceof AgencyKeys keys ? keys.keys() : List.of();
  }
}
