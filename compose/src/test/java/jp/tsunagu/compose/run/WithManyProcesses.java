package jp.tsunagu.compose.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that start a dozen processes and more. One of them at a time: two make a machine so busy
 * that what the others wait for does not come.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("many-processes")
public @interface WithManyProcesses {}
