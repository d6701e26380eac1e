package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.command.CommandReader;
import jp.tsunagu.connector.command.CommandReading;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Opens an address for everything an agency can do, as it is declared. */
@Component
final class CommandPosts {

  /** Where everything of an agency stands. */
  static final String ROOT = "/agencies/{agencyId}/api";

  CommandPosts(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      Posts posts,
      CommandReader reader,
      WhoWasFirst first)
      throws NoSuchMethodException {
    Method post = CommandPost.class.getDeclaredMethod("post", HttpServletRequest.class);
    for (CommandForm form : CommandForms.all()) {
      RequestMappingInfo address =
          RequestMappingInfo.paths(ROOT + form.path())
              .methods(RequestMethod.POST)
              .options(mapping.getBuilderConfiguration())
              .build();
      mapping.registerMapping(address, new CommandPost(form, posts, reader, first), post);
    }
  }

  /** Answers the POSTs of one form. */
  static final class CommandPost {

    private static final String REFERRAL = "referralId";

    private final CommandForm form;
    private final Posts posts;
    private final CommandReader reader;
    private final WhoWasFirst first;

    CommandPost(CommandForm form, Posts posts, CommandReader reader, WhoWasFirst first) {
      this.first = first;
      this.form = form;
      this.posts = posts;
      this.reader = reader;
    }

    CommandForm form() {
      return form;
    }

    /** Described by {@link CommandDescriptions}. */
    @Gives(value = Submitted.class, status = 202, description = "登録しました")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
      JsonNode path = path(request);
      return posts.post(request, (exchange, root) -> read(exchange, path, root));
    }

    /** What it takes where nothing stands in its path. */
    PostForm asForm() {
      JsonNode nothing = JsonNodeFactory.instance.objectNode();
      return (exchange, root) -> read(exchange, nothing, root);
    }

    ResponseEntity<byte[]> post(Exchange exchange, JsonNode path) {
      return posts.post(exchange, (same, root) -> read(same, path, root));
    }

    private PostForm.Reading read(Exchange exchange, JsonNode path, ObjectNode root) {
      LongPredicate seen = seen(exchange.ifMatch());
      return switch (reader.posted(exchange.agency(), form, path, root, seen)) {
        case CommandReading.Ready(var wish, var ids) ->
            new PostForm.Reading.Ready(List.of(wish), ids);
        case CommandReading.NotFound _ -> stopped(CommonProblem.NOT_FOUND.problem());
        case CommandReading.Several(var choices) -> stopped(ProblemKind.ofSameNumber(choices));
        case CommandReading.StillOpen(var open) -> stopped(ProblemKind.stillOpen(open));
        case CommandReading.SeenMissing _ -> stopped(CommonProblem.PRECONDITION_REQUIRED.problem());
        case CommandReading.Stale _ -> stopped(stale(exchange, path));
        case CommandReading.Unusable(var problems) -> stopped(CommonProblem.ofFields(problems));
      };
    }

    /** With who was first, where it is about a referral and says what was seen of it. */
    private Problem stale(Exchange exchange, JsonNode path) {
      String referral = path.path(REFERRAL).asString("");
      String ifMatch = exchange.ifMatch();
      Problem changed = CommonProblem.STATE_CHANGED.problem();
      return ifMatch == null || !Identifiers.isUuid(referral)
          ? changed
          : first.orElse(
              exchange.agency(), ReferralId.of(referral), EntityTags.latest(ifMatch), changed);
    }

    private static PostForm.Reading stopped(Problem problem) {
      return new PostForm.Reading.Stopped(problem);
    }

    private static @Nullable LongPredicate seen(@Nullable String ifMatch) {
      return ifMatch == null ? null : version -> EntityTags.matches(ifMatch, version);
    }

    private JsonNode path(HttpServletRequest request) {
      ObjectNode path = JsonNodeFactory.instance.objectNode();
      Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      if (variables instanceof Map<?, ?> map) {
        form.inPath().fields().stream()
            .map(field -> field.name())
            .forEach(name -> path.put(name, String.valueOf(map.get(name))));
      }
      return path;
    }
  }
}
