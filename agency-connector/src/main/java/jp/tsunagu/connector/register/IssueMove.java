package jp.tsunagu.connector.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.form.Form;

/** The steps of a 地域課題, each with its form. */
public enum IssueMove {
  SUBMIT("submit", IssueStage.SUBMITTED, "会議体に付議する"),
  DEVELOP("develop", IssueStage.DEVELOPING, "開発を始める"),
  FINISH("finish", IssueStage.DONE, "社会資源ができた"),
  SET_ASIDE("set-aside", IssueStage.SET_ASIDE, "見送る");

  private final String word;
  private final IssueStage stage;
  private final String title;

  IssueMove(String word, IssueStage stage, String title) {
    this.word = word;
    this.stage = stage;
    this.title = title;
  }

  /** The one with this word; empty where there is none. */
  public static Optional<IssueMove> of(String word) {
    return Stream.of(values()).filter(move -> move.word.equals(word)).findFirst();
  }

  /** Those that this 地域課題 can go now. */
  public static List<IssueMove> next(CommunityIssue issue) {
    return Stream.of(values()).filter(move -> issue.stage().next().contains(move.stage)).toList();
  }

  /** By which addresses name it. */
  public String word() {
    return word;
  }

  /** Where it leads. */
  public IssueStage stage() {
    return stage;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /** What is asked for it, without the revision that was read. */
  public Form form() {
    return IssueForms.step(this);
  }
}
