package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.EntryStep;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.Wished;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.JsonForm;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * What the interface does with one kind of entry of the register.
 *
 * @param view what is told of one
 */
record RegisterPosts<T extends RegisterEntry>(
    RegisterWork work, EntryKind<T> kind, Function<T, Object> view) {

  static final String LATE = "ネットワークの返事が間に合わないときは 202 を返します。";

  /** What is done with what was sent. */
  @FunctionalInterface
  interface Use<T> {
    Wished<T> of(AgencyId agency, String key, JsonNode typed);
  }

  /** Those that are wanted. */
  Map<String, List<Object>> those(Predicate<T> wanted) {
    return Map.of(kind.word() + "s", work.all(kind).stream().filter(wanted).map(view).toList());
  }

  ResponseEntity<Object> one(String id) {
    return work.find(kind, id)
        .map(found -> Answers.ok(view.apply(found)))
        .orElseGet(Answers::missing);
  }

  ResponseEntity<Object> record(HttpServletRequest request) throws IOException {
    return post(request, (agency, key, typed) -> work.record(kind, agency, key, typed));
  }

  ResponseEntity<Object> change(HttpServletRequest request, String id) throws IOException {
    return act(request, id, kind.change());
  }

  ResponseEntity<Object> act(HttpServletRequest request, String id, EntryStep<T> step)
      throws IOException {
    T found = work.find(kind, id).orElse(null);
    return found == null
        ? Answers.missing()
        : post(request, (agency, key, typed) -> work.act(kind, step, found, agency, key, typed));
  }

  ResponseEntity<Object> post(HttpServletRequest request, Use<T> use) throws IOException {
    String key = Incoming.key(request);
    Problem objection = Incoming.objection(key);
    if (objection != null) {
      return objection.response();
    }
    return switch (JsonForm.read(request.getInputStream().readAllBytes())) {
      case JsonForm.Malformed broken ->
          CommonProblem.malformed(broken.line(), broken.column(), broken.problem()).response();
      case JsonForm.Readable(var root) -> answer(use.of(ActingAgency.of(request), key, root));
    };
  }

  private ResponseEntity<Object> answer(Wished<T> wished) {
    return switch (wished) {
      case Wished.Done<T>(T now) -> Answers.ok(view.apply(now));
      case Wished.Sent<T>(var about) ->
          Answers.json(202).body(Map.of(kind.word() + "Id", about.toString()));
      case Wished.Refused<T>(Problem problem) -> problem.response();
    };
  }
}
