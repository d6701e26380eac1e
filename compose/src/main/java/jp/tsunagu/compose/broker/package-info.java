/** The broker that runs inside the process of the single-JVM run. */
@NullMarked
package jp.tsunagu.compose.broker;

import org.jspecify.annotations.NullMarked;
