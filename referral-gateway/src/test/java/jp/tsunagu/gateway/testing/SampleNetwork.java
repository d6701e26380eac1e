package jp.tsunagu.gateway.testing;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Urgency;

/** An invented city 結市 with a desk and some agencies. */
public final class SampleNetwork {

  public static final AgencyId DESK = new AgencyId("desk");
  public static final AgencyId HOKATSU = new AgencyId("hokatsu-higashi");
  public static final AgencyId SHAKYO = new AgencyId("shakyo");
  public static final AgencyId SHOGAI = new AgencyId("shogai-kikan");
  public static final AgencyId KODOMO = new AgencyId("kodomo-katei");
  public static final AgencyId JIRITSU = new AgencyId("jiritsu-soudan");
  public static final AgencyId NOZEI = new AgencyId("nozei");
  public static final AgencyId HOKENSHO = new AgencyId("hokensho");
  public static final AgencyId KYOIKU = new AgencyId("kyoiku-ssw");
  public static final AgencyId MINSEI = new AgencyId("minsei-higashi3");
  public static final AreaId HIGASHI = new AreaId("higashi");
  public static final AreaId NISHI = new AreaId("nishi");

  private SampleNetwork() {}

  /** The agencies with a connector of their own, the desk included. */
  public static List<AgencyId> connectors() {
    return List.of(DESK, HOKATSU, SHAKYO, SHOGAI, KODOMO, JIRITSU, NOZEI, HOKENSHO, KYOIKU);
  }

  /** Everything that stands on the directory topic, keys of one agency included. */
  public static List<DirectoryRecord> records(NetworkId network) {
    List<DirectoryRecord> records = new ArrayList<>();
    records.add(settings(network));
    connectors().forEach(id -> records.add(agency(id, Participation.CONNECTOR)));
    records.add(agency(MINSEI, Participation.PAPER));
    records.add(
        new AgencyKeys(
            HOKATSU,
            List.of(
                new PublicKey(
                    new KeyId("0123456789abcdef"),
                    Bytes.copyOf(new byte[] {1, 2, 3}),
                    Instant.parse("2026-04-01T00:00:00Z")))));
    return records;
  }

  private static NetworkSettings settings(NetworkId network) {
    return new NetworkSettings(
        network,
        "結市",
        6,
        DESK,
        List.of(new Area(HIGASHI, "東部"), new Area(NISHI, "西部")),
        List.of(new Reason("OUT_OF_SCOPE", "対象外", false), new Reason("OTHER", "その他", true)),
        List.of(new Reason("INFORMATION_MISSING", "情報不足", false)),
        List.of(new Reason("PREVENTIVE", "予防的支援", false)),
        List.of(new Reason("NEIGHBOUR", "近隣住民", false)),
        Stream.of(Urgency.values())
            .map(urgency -> new Deadline(urgency, 24, null, 4, null))
            .toList(),
        new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }

  private static Agency agency(AgencyId id, Participation participation) {
    boolean desk = id.equals(DESK);
    return new Agency(
        id,
        desk ? "地域共生推進課 調整窓口" : "機関 " + id,
        desk ? AgencyKind.COORDINATION_DESK : AgencyKind.OTHER,
        StatisticsField.OTHER,
        participation,
        id.equals(HOKATSU) ? Set.of(HIGASHI) : Set.of(),
        desk,
        desk ? "0120-000-000" : null);
  }
}
