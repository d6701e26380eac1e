package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * What the login of persons adds to the gate of a service, and tokens of the same provider. Where
 * there is none, callers are known by the tokens of the settings alone.
 */
public interface PersonsLogin {

  /** Adds sessions, login and logout to the gate. */
  void addTo(HttpSecurity http, DoorKeeper keeper);

  /**
   * Sends a stranger who opens a page to the login.
   *
   * @return whether that was done; what is no page is refused as without a login
   */
  boolean begin(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** What a token that stands in no settings turns out to be. */
  Reading read(String token);

  /** What a token of the provider turned out to be. */
  sealed interface Reading {

    /**
     * It is good.
     *
     * @param name how the provider names whose token it is
     * @param person who she is; none for a system
     */
    record Good(Caller caller, String name, @Nullable CurrentPerson person) implements Reading {

      @Override
      public String toString() {
        return "Good[***]";
      }
    }

    /** It is none of the provider's, is over, or tells nobody whom we know. */
    record Unknown() implements Reading {}

    /** The provider cannot be asked at the moment. */
    record Away() implements Reading {}
  }
}
