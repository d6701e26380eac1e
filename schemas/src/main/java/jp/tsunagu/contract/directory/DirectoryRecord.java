package jp.tsunagu.contract.directory;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** A record of the directory topic; {@link #key()} is its record key. */
public sealed interface DirectoryRecord {

  /** The record key: a later record with the same key takes the place of an earlier one. */
  String key();

  /**
   * An agency; its topics exist before this record does.
   *
   * @param areas where it works; empty means everywhere (全域)
   * @param mayCoordinate whether it can be 多機関協働事業者
   * @param dutyContact whom to telephone outside office hours, shown to senders; a public number
   */
  record Agency(
      AgencyId agencyId,
      String name,
      AgencyKind kind,
      StatisticsField statisticsField,
      Participation participation,
      Set<AreaId> areas,
      boolean mayCoordinate,
      @Nullable String dutyContact)
      implements DirectoryRecord {
    public Agency {
      areas = Set.copyOf(areas);
    }

    @Override
    public String key() {
      return "agency/" + agencyId;
    }

    /** Whether it is a coordination desk. */
    public boolean isDesk() {
      return kind == AgencyKind.COORDINATION_DESK;
    }
  }

  /** The public keys of an agency, newest first; seal to the first one. */
  record AgencyKeys(AgencyId agencyId, List<PublicKey> keys) implements DirectoryRecord {
    public AgencyKeys {
      keys = List.copyOf(keys);
    }

    @Override
    public String key() {
      return "keys/" + agencyId;
    }
  }

  /**
   * The settings of the network.
   *
   * @param partitions of outboxes, inboxes and ledger; fixed at the network's birth
   * @param deskId the agency that gets sheets without addressee and escalations
   */
  record NetworkSettings(
      NetworkId networkId,
      String name,
      int partitions,
      AgencyId deskId,
      List<Area> areas,
      List<Reason> declineReasons,
      List<Reason> sendBackReasons,
      List<Reason> screeningReasons,
      List<Reason> introducers,
      List<Deadline> deadlines,
      OfficeHours officeHours)
      implements DirectoryRecord {
    public NetworkSettings {
      areas = List.copyOf(areas);
      declineReasons = List.copyOf(declineReasons);
      sendBackReasons = List.copyOf(sendBackReasons);
      screeningReasons = List.copyOf(screeningReasons);
      introducers = List.copyOf(introducers);
      deadlines = List.copyOf(deadlines);
    }

    @Override
    public String key() {
      return "network";
    }
  }

  /** A schema of the append-only id table, so that a reader can look up an id newer than itself. */
  record SchemaEntry(int id, String subject, int version, String schema)
      implements DirectoryRecord {
    @Override
    public String key() {
      return "schema/" + id;
    }
  }

  /** 圏域. */
  record Area(AreaId areaId, String name) {}

  /**
   * A reason a person can choose.
   *
   * @param noteRequired text must go with it (その他)
   */
  record Reason(String code, String label, boolean noteRequired) {}

  /**
   * The response deadline of one urgency: either {@code hours} by the calendar or {@code openDays}
   * ending at closing time.
   *
   * @param dueSoonHours for deadlines in hours: how long before the end the receiver is told
   * @param dueSoonOpenDays for deadlines in open days: how many open days before the last day, at
   *     opening time
   */
  record Deadline(
      Urgency urgency,
      @Nullable Integer hours,
      @Nullable Integer openDays,
      @Nullable Integer dueSoonHours,
      @Nullable Integer dueSoonOpenDays) {}

  /** Office hours on open days, Asia/Tokyo. */
  record OfficeHours(LocalTime opens, LocalTime closes) {}
}
