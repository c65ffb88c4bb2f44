package dev.tributary.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing lies where somebody wanted to look. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchContact extends RuntimeException {

    NoSuchContact(String what) {
        super(what);
    }
}
