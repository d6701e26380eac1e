package jp.tsunagu.stats.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.IssueStep;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.SmallNumbers;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Heading;

/**
 * The register as tables: what agencies offer (社会資源) and what the city lacks (地域課題), as it stands.
 *
 * @param directory with the register
 * @param today in Asia/Tokyo
 */
public record RegisterReports(NetworkDirectory directory, LocalDate today) {

  private static final String WHOLE_CITY = "全域";
  private static final String GROUP = "区分";
  private static final String NAME = "名称";
  private static final String NUMBER = "件数";
  private static final String FEW =
      "気づきの件数は、%d件になるまで%sとしています。".formatted(SmallNumbers.SMALLEST_SHOWN, Report.HELD_BACK);

  /** Resources and their places by 分野 and 圏域. */
  public Report resources() {
    List<SocialResource> offered =
        directory.resources().stream().filter(one -> !one.hasEnded(today)).toList();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(places("計", "", offered));
    for (Field field : Field.values()) {
      rows.add(places(Heading.FIELD.label(), field.label(), of(offered, field)));
    }
    rows.add(
        places(
            Heading.FIELD.label(), "問わない", only(offered, one -> one.offer().fields().isEmpty())));
    for (Area area : areas()) {
      rows.add(
          places(
              Heading.AREA.label(),
              area.name(),
              only(offered, one -> one.offer().areas().contains(area.areaId()))));
    }
    rows.add(
        places(
            Heading.AREA.label(), WHOLE_CITY, only(offered, one -> one.offer().areas().isEmpty())));
    return new Report(
            "resources",
            "社会資源",
            Report.columns(
                "group",
                GROUP,
                "name",
                NAME,
                "count",
                NUMBER,
                "capacity",
                "定員",
                "taken",
                "利用人数",
                "free",
                "空き"),
            rows)
        .noting("分野や圏域が二つ以上の社会資源は、それぞれに入ります。提供を終えたものは入りません。");
  }

  private static List<SocialResource> of(List<SocialResource> all, Field field) {
    return only(all, one -> one.offer().fields().contains(field));
  }

  private static <T> List<T> only(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }

  private List<Object> places(String group, String name, List<SocialResource> all) {
    return List.of(
        group,
        name,
        (long) all.size(),
        all.stream().mapToLong(one -> one.offer().capacity()).sum(),
        all.stream().mapToLong(SocialResource::taken).sum(),
        all.stream().mapToLong(one -> one.free(today)).sum());
  }

  /** Every resource, those that ended too. */
  public Report everyResource() {
    return new Report(
        "resource-list",
        "社会資源の一覧",
        Report.columns(
            "resourceId",
            "社会資源の番号",
            "what",
            "何を",
            "forWhom",
            "どんな人に",
            "place",
            "場所",
            "areas",
            Heading.AREA.label(),
            "fields",
            Heading.FIELD.label(),
            "capacity",
            "定員",
            "taken",
            "利用人数",
            "free",
            "空き",
            "since",
            "いつから",
            "endedOn",
            "提供を終える日",
            "contact",
            "連絡先"),
        directory.resources().stream().map(this::line).toList());
  }

  private List<Object> line(SocialResource one) {
    LocalDate ended = one.endedOn();
    return List.of(
        one.resourceId().toString(),
        one.offer().what(),
        one.offer().forWhom(),
        one.offer().place(),
        names(one.offer().areas()),
        one.offer().fields().stream().sorted().map(Field::label).collect(Collectors.joining("、")),
        (long) one.offer().capacity(),
        (long) one.taken(),
        (long) one.free(today),
        one.offer().since(),
        ended == null ? "" : ended,
        directory.nameOf(one.offer().contact()));
  }

  /** 地域課題 by stage, kind, 圏域 and 号. */
  public Report issues() {
    List<CommunityIssue> all = directory.issues();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(count("計", "", all));
    for (IssueStage stage : GrowingCode.known(IssueStage.class)) {
      rows.add(count("段階", stage.label(), only(all, one -> one.stage() == stage)));
    }
    all.stream()
        .map(one -> one.outline().kind())
        .distinct()
        .sorted()
        .forEach(
            kind ->
                rows.add(
                    count("種類", kind(kind), only(all, one -> one.outline().kind().equals(kind)))));
    for (Area area : areas()) {
      rows.add(
          count(
              Heading.AREA.label(),
              area.name(),
              only(all, one -> one.outline().areas().contains(area.areaId()))));
    }
    rows.add(
        count(Heading.AREA.label(), WHOLE_CITY, only(all, one -> one.outline().areas().isEmpty())));
    for (Programme programme : GrowingCode.known(Programme.class)) {
      rows.add(
          count(
              "事業",
              programme.number() + " " + programme.label(),
              only(all, one -> one.outline().programme() == programme)));
    }
    return new Report(
        "issues", "地域課題", Report.columns("group", GROUP, "name", NAME, "count", NUMBER), rows);
  }

  private static List<Object> count(String group, String name, List<CommunityIssue> all) {
    return List.of(group, name, (long) all.size());
  }

  /** Every 地域課題 with its last step. */
  public Report everyIssue() {
    return new Report(
            "issue-list",
            "地域課題の一覧",
            Report.columns(
                "issueId",
                "地域課題の番号",
                "what",
                "何が足りないか",
                "kind",
                "種類",
                "areas",
                Heading.AREA.label(),
                "programme",
                "事業",
                "occurrences",
                "気づいた件数",
                "stage",
                "段階",
                "happenedOn",
                "日付",
                "words",
                "会議体・開発",
                "ground",
                "見送る理由",
                "made",
                "できた社会資源",
                "enteredBy",
                "登録した機関"),
            directory.issues().stream().map(this::line).toList())
        .noting(FEW);
  }

  private List<Object> line(CommunityIssue one) {
    Optional<IssueStep> last =
        one.steps().isEmpty() ? Optional.empty() : Optional.of(one.steps().getLast());
    return List.of(
        one.issueId().toString(),
        one.outline().what(),
        kind(one.outline().kind()),
        names(one.outline().areas()),
        one.outline().programme().number(),
        one.occurrences() == 0 ? Report.HELD_BACK : Long.valueOf(one.occurrences()),
        one.stage().label(),
        last.<Object>map(IssueStep::happenedOn).orElse(""),
        last.map(IssueStep::words).orElse(""),
        last.map(IssueStep::ground).map(GrowingCode::label).orElse(""),
        last.map(IssueStep::resourceId)
            .flatMap(directory::resource)
            .map(resource -> resource.offer().what())
            .orElse(""),
        directory.nameOf(one.enteredBy()));
  }

  private String kind(String code) {
    return directory.labelOf(code, CodeList.MISSING_RESOURCES);
  }

  private String names(Set<AreaId> areas) {
    return areas.isEmpty()
        ? WHOLE_CITY
        : areas.stream().sorted().map(directory::nameOf).collect(Collectors.joining("、"));
  }

  private List<Area> areas() {
    return directory.settings().map(NetworkSettings::areas).orElse(List.of());
  }
}
