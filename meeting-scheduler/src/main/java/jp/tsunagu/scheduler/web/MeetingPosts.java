package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.reflect.Method;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens an address for every form of a meeting, as it is declared. */
@Component
final class MeetingPosts {

  private static final String ROOT = "/api/meetings";

  MeetingPosts(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      Acting acting)
      throws NoSuchMethodException {
    Method call = Call.class.getDeclaredMethod("post", Caller.class, String.class, byte[].class);
    mapping.registerMapping(address(mapping, ROOT), new Call(acting), call);
    Method post =
        Post.class.getDeclaredMethod(
            "post", Caller.class, String.class, String.class, byte[].class);
    for (MeetingForm form : MeetingForms.ALL) {
      mapping.registerMapping(
          address(mapping, ROOT + "/{id}/" + form.path()), new Post(form, acting), post);
    }
  }

  private static RequestMappingInfo address(RequestMappingHandlerMapping mapping, String path) {
    return RequestMappingInfo.paths(path)
        .methods(RequestMethod.POST)
        .consumes(MediaType.APPLICATION_JSON_VALUE, "application/*+json")
        .options(mapping.getBuilderConfiguration())
        .build();
  }

  /** Answers the POST that calls a meeting. */
  static final class Call {

    private final Acting acting;

    Call(Acting acting) {
      this.acting = acting;
    }

    @Gives(value = Done.class, description = "会議の番号")
    ResponseEntity<Object> post(
        Caller caller,
        @Parameter(description = RepeatedKey.MEANS)
            @RequestHeader(name = RepeatedKey.HEADER, required = false)
            @Nullable String key,
        @RequestBody(required = false) byte @Nullable [] body) {
      return acting.call(caller, key, JsonForm.ofBody(body));
    }
  }

  /** Answers the POSTs of one form. */
  static final class Post {

    private final MeetingForm form;
    private final Acting acting;

    Post(MeetingForm form, Acting acting) {
      this.form = form;
      this.acting = acting;
    }

    MeetingForm form() {
      return form;
    }

    @Gives(value = Done.class, description = "会議の番号")
    ResponseEntity<Object> post(
        Caller caller,
        @PathVariable String id,
        @Parameter(description = RepeatedKey.MEANS)
            @RequestHeader(name = RepeatedKey.HEADER, required = false)
            @Nullable String key,
        @RequestBody(required = false) byte @Nullable [] body) {
      return acting.on(caller, id, key, JsonForm.ofBody(body), form);
    }
  }
}
