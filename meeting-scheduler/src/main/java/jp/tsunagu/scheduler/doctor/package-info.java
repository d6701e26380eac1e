/** What the scheduler looks at when it is asked whether it can work here. */
@NullMarked
package jp.tsunagu.scheduler.doctor;

import org.jspecify.annotations.NullMarked;
