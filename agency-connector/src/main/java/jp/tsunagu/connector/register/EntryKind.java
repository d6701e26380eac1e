package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of entry of the register: {@link #RESOURCE} or {@link #ISSUE}.
 *
 * @param word by which what is stored names it
 * @param form with which one is entered, and written anew
 * @param in those of the directory, in the order in which they are read
 * @param fresh what stands in the form before one is entered
 * @param begun what stands in the form before one is written anew
 * @param recorded the wish that it is so
 * @param steps what else can be done with one
 */
public record EntryKind<T extends RegisterEntry>(
    String word,
    Form form,
    Function<NetworkDirectory, List<T>> in,
    BiFunction<AgencyId, LocalDate, ObjectNode> fresh,
    Function<T, ObjectNode> begun,
    Recorded recorded,
    List<EntryStep<T>> steps) {

  /** 社会資源: what an agency has for those whom nothing fits. */
  public static final EntryKind<SocialResource> RESOURCE =
      new EntryKind<>(
          "resource",
          ResourceForms.OFFER,
          NetworkDirectory::resources,
          ResourceForms::fresh,
          ResourceForms::begun,
          ResourceForms::recorded,
          List.of(ResourceForms.ENDING));

  /** 地域課題: what the city lacks. */
  public static final EntryKind<CommunityIssue> ISSUE =
      new EntryKind<>(
          "issue",
          IssueForms.OUTLINE,
          NetworkDirectory::issues,
          (_, _) -> JsonNodeFactory.instance.objectNode(),
          IssueForms::begun,
          IssueForms::recorded,
          List.of(IssueMove.values()));

  /** Keeps an unmodifiable copy. */
  public EntryKind {
    steps = List.copyOf(steps);
  }

  /** The wish that an entry says what was filled in. */
  public interface Recorded {

    /**
     * Makes it.
     *
     * @param basedOn the revision that was read; 0 for a new one
     */
    RegisterCommand of(Wish<?> wish, int basedOn, Filled filled);
  }

  /** Saying anew what stands in it. */
  public EntryStep<T> change() {
    return new Change<>(this);
  }

  /** The step of this word; empty where there is none. */
  public Optional<EntryStep<T>> step(String word) {
    return Stream.concat(Stream.of(change()), steps.stream())
        .filter(step -> step.word().equals(word))
        .findFirst();
  }

  /** Those that can be done to this one as it stands, besides writing it anew. */
  public List<EntryStep<T>> next(T entry) {
    return steps.stream().filter(step -> step.isPossible(entry)).toList();
  }

  private record Change<T extends RegisterEntry>(EntryKind<T> kind) implements EntryStep<T> {

    @Override
    public String word() {
      return "change";
    }

    @Override
    public String title() {
      return "内容を変える";
    }

    @Override
    public Form form() {
      return kind.form();
    }

    @Override
    public boolean isPossible(T entry) {
      return true;
    }

    @Override
    public ObjectNode begun(T entry, LocalDate today) {
      return kind.begun().apply(entry);
    }

    @Override
    public RegisterCommand wished(Wish<?> wish, Filled filled) {
      return kind.recorded().of(wish, ResourceForms.basedOn(filled), filled);
    }
  }
}
