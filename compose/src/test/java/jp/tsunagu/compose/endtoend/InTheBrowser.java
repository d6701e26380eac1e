package jp.tsunagu.compose.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that look at the running network's pages in a browser, given as a {@link Chromium}: one for
 * all tests of a class, closed after them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith({LoudWithoutChromium.class, RunningNetwork.class, ChromiumOfClass.class})
@interface InTheBrowser {}
