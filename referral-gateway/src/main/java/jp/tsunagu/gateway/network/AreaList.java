package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.id.AreaId;

/** The areas (圏域) of the file. */
record AreaList(List<Area> areas) {

  static AreaList read(YamlMap root) {
    UsedNames ids = new UsedNames("別のIDにしてください。");
    List<Area> areas = new ArrayList<>();
    for (YamlValue item : root.items("areas")) {
      item.map("id", "name").flatMap(map -> read(map, ids)).ifPresent(areas::add);
    }
    return new AreaList(List.copyOf(areas));
  }

  private static Optional<Area> read(YamlMap map, UsedNames ids) {
    Optional<AreaId> id = map.required("id").flatMap(value -> id(value, ids));
    Optional<String> name = map.text("name");
    return id.flatMap(areaId -> name.map(text -> new Area(areaId, text)));
  }

  private static Optional<AreaId> id(YamlValue value, UsedNames ids) {
    Optional<AreaId> id = Names.id(value, AreaId::isValid).map(AreaId::new);
    id.ifPresent(areaId -> ids.use(value, areaId.value()));
    return AreaId.WITHHELD.equals(id.orElse(null))
        ? value.fault("'withheld' は予約されたIDです。", "別のIDにしてください。")
        : id;
  }

  /** The area with this id; an unknown one is a fault of this place. */
  Optional<AreaId> known(YamlValue place) {
    return place
        .text()
        .flatMap(
            text ->
                areas.stream()
                    .map(Area::areaId)
                    .filter(id -> id.value().equals(text))
                    .findFirst()
                    .or(() -> place.fault("'" + text + "' という圏域は areas にありません。", fixFor(text))));
  }

  private String fixFor(String typed) {
    List<String> ids = areas.stream().map(area -> area.areaId().value()).toList();
    return NearestName.hint(typed, ids) + "areas に書いたIDにしてください。";
  }
}
