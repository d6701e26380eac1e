package jp.tsunagu.connector.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * What a form may name: agencies, areas and reasons of the network. While the directory has not
 * been read yet only the form of a name is checked; the gateway decides then.
 */
public final class Agencies {

  /** Stands where an area should be, in a form that is refused. */
  static final AreaId NO_AREA = AreaId.WITHHELD;

  private final NetworkDirectory directory;

  /** Names as this snapshot of the directory knows them. */
  public Agencies(NetworkDirectory directory) {
    this.directory = directory;
  }

  /** An agency; none if blank. */
  public @Nullable AgencyId read(Fields fields, String name) {
    AgencyId agency = fields.id(name, AgencyId::isValid, AgencyId::new);
    if (agency != null && !knows(agency)) {
      unknown(fields, name);
      return null;
    }
    return agency;
  }

  /** An agency that must be named. */
  public AgencyId required(Fields fields, String name) {
    AgencyId agency = read(fields, name);
    if (agency == null && !fields.has(name)) {
      fields.problem(name, "機関の記入がありません。", "機関IDを書いてください。");
    }
    return agency == null ? AgencyId.WITHHELD : agency;
  }

  /** A list of agencies. */
  public Set<AgencyId> all(Fields fields, String name) {
    Set<AgencyId> agencies = new HashSet<>();
    List<String> texts = fields.texts(name, 40);
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (AgencyId.isValid(text) && knows(new AgencyId(text))) {
        agencies.add(new AgencyId(text));
      } else {
        unknown(fields, name + "[" + i + "]");
      }
    }
    return Set.copyOf(agencies);
  }

  /** An area that must be named. */
  public AreaId area(Fields fields, String name) {
    String text = fields.requiredText(name, 40);
    List<Area> areas = directory.settings().map(NetworkSettings::areas).orElse(List.of());
    for (Area area : areas) {
      if (area.areaId().value().equals(text) || area.name().equals(text)) {
        return area.areaId();
      }
    }
    if (areas.isEmpty() && AreaId.isValid(text)) {
      return new AreaId(text);
    }
    if (!text.isEmpty()) {
      String known = String.join("、", areas.stream().map(Area::name).toList());
      fields.problem(name, "その圏域は登録されていません。", "次から選んでください: " + known);
    }
    return AreaId.WITHHELD;
  }

  /** A code of one of the city's lists, by code or label; none if blank. */
  public @Nullable String reason(Fields fields, String name, List<Reason> reasons) {
    String text = fields.text(name, 100);
    if (text == null || reasons.isEmpty()) {
      return text;
    }
    for (Reason reason : reasons) {
      if (reason.code().equals(text) || reason.label().equals(text)) {
        return reason.code();
      }
    }
    String known =
        String.join("、", reasons.stream().map(r -> r.label() + "(" + r.code() + ")").toList());
    fields.problem(name, "そのコードは登録されていません。", "次から選んでください: " + known);
    return null;
  }

  /** The city's settings, with empty lists while the directory has not been read. */
  public List<Reason> introducers() {
    return directory.settings().map(NetworkSettings::introducers).orElse(List.of());
  }

  /** The snapshot behind it. */
  public NetworkDirectory directory() {
    return directory;
  }

  private boolean knows(AgencyId agency) {
    return directory.settings().isEmpty() || directory.agency(agency).isPresent();
  }

  private static void unknown(Fields fields, String name) {
    fields.problem(name, "その機関はネットワークに登録されていません。", "機関IDを確かめてください。宛先が分からないときは空欄にすると調整窓口が振り分けます。");
  }
}
