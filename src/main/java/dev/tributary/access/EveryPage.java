package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who looks at it. */
@ControllerAdvice
@ConditionalOnWebApplication
class EveryPage {

    @ModelAttribute
    void whoLooks(HttpServletRequest request, Model model) {
        model.addAllAttributes(Visible.to(request));
    }
}
