/** Which person gave a command about a meeting, under a name that her agency alone can resolve. */
@NullMarked
package jp.tsunagu.scheduler.person;

import org.jspecify.annotations.NullMarked;
