package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueOutline;
import jp.tsunagu.contract.directory.IssueStep;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A 地域課題 as every agency reads it.
 *
 * @param occurrences none while there are fewer than five
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommunityIssue", description = "地域課題")
public record IssueView(
    @Schema(description = "地域課題の番号") IssueId issueId,
    @Schema(description = "足りないもの") Outline outline,
    @Schema(description = "段階") Coded stage,
    @Schema(description = "気づいた件数(機関ごとの世帯数の計)。5件未満の間はありません。") @Nullable Integer occurrences,
    @Schema(description = "版(書かれた回数と進んだ回数)") int revision,
    @Schema(description = "登録した機関") Coded enteredBy,
    @Schema(description = "経過(古い順)") List<Step> steps) {

  /** Keeps an unmodifiable copy. */
  public IssueView {
    steps = List.copyOf(steps);
  }

  /**
   * What is missing.
   *
   * @param areas empty for the whole city
   */
  @Schema(name = "IssueOutline", description = "地域課題の内容")
  public record Outline(
      @Schema(description = "何が足りないか") String what,
      @Schema(description = "足りない社会資源の種類") Coded kind,
      @Schema(description = "圏域(空なら全域)") List<Coded> areas,
      @Schema(description = "どの事業で気づいたか(第1号〜第6号)") Coded programme) {

    /** Keeps an unmodifiable copy. */
    public Outline {
      areas = List.copyOf(areas);
    }
  }

  /** A step that it went. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "IssueStep", description = "地域課題の経過")
  public record Step(
      @Schema(description = "段階") Coded stage,
      @Schema(description = "日付") LocalDate happenedOn,
      @Schema(description = "どの会議体に、何を開発するか") @Nullable String words,
      @Schema(description = "見送る理由") @Nullable Coded ground,
      @Schema(description = "できた社会資源の番号") @Nullable ResourceId resourceId,
      @Schema(description = "できた社会資源") @Nullable String resource) {}

  /** As it stands now. */
  public static IssueView of(CommunityIssue one, NetworkDirectory directory) {
    return new IssueView(
        one.issueId(),
        outline(one.outline(), directory),
        Coded.of(one.stage()),
        one.occurrences() == 0 ? null : one.occurrences(),
        one.revision(),
        new Coded(one.enteredBy().value(), directory.nameOf(one.enteredBy())),
        one.steps().stream().map(step -> step(step, directory)).toList());
  }

  private static Outline outline(IssueOutline outline, NetworkDirectory directory) {
    return new Outline(
        outline.what(),
        new Coded(outline.kind(), directory.labelOf(outline.kind(), CodeList.MISSING_RESOURCES)),
        ResourceView.areas(outline.areas(), directory),
        new Coded(
            outline.programme().name(),
            (outline.programme().number() + " " + outline.programme().label()).strip()));
  }

  private static Step step(IssueStep step, NetworkDirectory directory) {
    ResourceId resource = step.resourceId();
    return new Step(
        Coded.of(step.stage()),
        step.happenedOn(),
        step.words().isEmpty() ? null : step.words(),
        step.ground() == null ? null : Coded.of(step.ground()),
        resource,
        resource == null
            ? null
            : directory.resource(resource).map(found -> found.offer().what()).orElse(null));
  }
}
