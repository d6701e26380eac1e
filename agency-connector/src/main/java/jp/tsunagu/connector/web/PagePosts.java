package jp.tsunagu.connector.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.function.Function;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandReader;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page sends goes the way of every POST: the same reading, the same outbox, the same answer;
 * a page that is sent twice is one.
 */
@Component
public final class PagePosts {

  private static final int REFUSED = 400;

  private final Posts posts;
  private final CommandReader reader;
  private final ConsultationController sheets;
  private final WhoWasFirst first;
  private final FormWork forms;
  private final Duration patience;

  PagePosts(
      Posts posts,
      CommandReader reader,
      ConsultationController sheets,
      WhoWasFirst first,
      FormWork forms,
      ConnectorProperties properties) {
    this.forms = forms;
    this.posts = posts;
    this.reader = reader;
    this.sheets = sheets;
    this.first = first;
    this.patience = properties.connector().pageWait();
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * It is stored, and decided if that came in time.
     *
     * @param told ids of what was made, and {@code state}
     */
    record Stored(JsonNode told) implements Outcome {}

    /**
     * It is not done.
     *
     * @param problem what a person reads, and where the form is wrong
     */
    record Refused(Problem problem) implements Outcome {}

    /** The same as what all pages do with it; where it is stored, that is told at this address. */
    default PagePost.Outcome toldAt(Function<JsonNode, String> address) {
      return switch (this) {
        case Stored(JsonNode told) -> new PagePost.Outcome.Done(address.apply(told));
        case Refused(Problem problem) -> new PagePost.Outcome.Refused(problem);
      };
    }
  }

  /**
   * A page that was sent.
   *
   * @param key told by the page; the same page has the same one
   * @param seen the version of what the page was about; none where it does not matter
   * @param body the form as JSON
   */
  public record Sent(AgencyId agency, String key, @Nullable Long seen, ObjectNode body) {

    @Override
    public String toString() {
      return "Sent[" + agency + "]";
    }
  }

  /**
   * A whole つなぐシート.
   *
   * @param stored called once it is stored, in the same transaction
   */
  public Outcome sheet(Sent sent, Runnable stored) {
    PostForm form =
        new PostForm() {
          @Override
          public Reading read(Exchange exchange, ObjectNode root) {
            return sheets.read(exchange, root);
          }

          @Override
          public void stored() {
            stored.run();
          }
        };
    return outcome(posts.post(exchange(sent, "sheet"), form));
  }

  /**
   * A form of a case.
   *
   * @param after see {@link FormWork#post}
   * @param stored called once it is stored, in the same transaction
   */
  public Outcome caseForm(
      Sent sent, Caller caller, FormWork.About about, int after, Runnable stored) {
    String what = "form " + about.form().id() + " " + about.view().caseId();
    return outcome(posts.post(exchange(sent, what), forms.post(caller, about, after, stored)));
  }

  /**
   * Anything else an agency can do.
   *
   * @param about what stands in the path of its address
   */
  public Outcome command(Sent sent, CommandForm form, JsonNode about) {
    CommandPosts.CommandPost post = new CommandPosts.CommandPost(form, posts, reader, first);
    return outcome(post.post(exchange(sent, form.name() + about), about));
  }

  private Exchange exchange(Sent sent, String about) {
    byte[] body = ViewJson.MAPPER.writeValueAsBytes(sent.body());
    Long seen = sent.seen();
    return new Exchange(
        sent.agency(),
        new IdempotencyKey(Drafts.OF_PAGE + sent.key(), fingerprint(about, body)),
        seen == null ? null : EntityTags.of(seen),
        patience,
        body);
  }

  private static Bytes fingerprint(String about, byte[] body) {
    MessageDigest digest = Sha256.digest();
    digest.update(about.getBytes(StandardCharsets.UTF_8));
    return Bytes.copyOf(digest.digest(body));
  }

  private static Outcome outcome(ResponseEntity<byte[]> answer) {
    byte[] body = answer.getBody();
    if (body == null) {
      return new Outcome.Refused(CommonProblem.INTERNAL_ERROR.problem());
    }
    return answer.getStatusCode().value() >= REFUSED
        ? new Outcome.Refused(ViewJson.MAPPER.readValue(body, Problem.class))
        : new Outcome.Stored(ViewJson.MAPPER.readTree(body));
  }
}
