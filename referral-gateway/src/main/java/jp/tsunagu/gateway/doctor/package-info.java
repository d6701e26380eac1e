/** What the gateway looks at when it is asked whether it can work here. */
@NullMarked
package jp.tsunagu.gateway.doctor;

import org.jspecify.annotations.NullMarked;
