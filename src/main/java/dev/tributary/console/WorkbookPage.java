package dev.tributary.console;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.casework.Outcome.Status;
import dev.tributary.review.RunUnderWay;
import dev.tributary.workbook.UnusableWorkbook;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The workbook of cases comes back here, and every row of it is answered for. */
@Controller
@ConditionalOnWebApplication
class WorkbookPage {

    static final String PATH = "/review/workbook";

    private static final String HERE = "redirect:" + PATH;
    private static final String BROUGHT_IN = "broughtIn";
    private static final String FILE = "workbook";

    private final BroughtInWorkbooks workbooks;
    private final Answering answering;

    WorkbookPage(BroughtInWorkbooks workbooks, Answering answering) {
        this.workbooks = workbooks;
        this.answering = answering;
    }

    @GetMapping(PATH)
    @Audited(Act.VIEW)
    String show(
            @SessionAttribute(name = BROUGHT_IN, required = false) @Nullable BroughtIn broughtIn,
            @RequestParam(required = false) @Nullable Status only,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        model.addAttribute("largest", UploadConfiguration.LARGEST);
        if (broughtIn != null) {
            model.addAttribute("rows", BroughtInRows.of(broughtIn.applied(), only, from))
                    .addAttribute("hasFile", broughtIn.result() != null);
        }
        return "review/workbook";
    }

    @PostMapping(PATH)
    @Audited(Act.DECISION)
    String bringIn(HttpServletRequest request, Principal who, RedirectAttributes next)
            throws IOException, ServletException {
        Optional<Part> sent = sent(request);
        if (sent.isEmpty()) {
            return Answering.told(PATH, "No workbook came with that: choose the file first.", next);
        }
        try {
            request.getSession().setAttribute(BROUGHT_IN, workbooks.bringIn(sent.get(), who.getName()));
            return HERE;
        } catch (UnusableWorkbook unusable) {
            return Answering.told(PATH, unusable.getMessage() + ". Nothing of it was decided.", next);
        } catch (RunUnderWay underWay) {
            return Answering.told(PATH, Answering.AT_WORK, next);
        }
    }

    /** Takes back all that the workbook decided. */
    @PostMapping(PATH + "/undo")
    @Audited(Act.DECISION)
    String undo(HttpSession session, Principal who, RedirectAttributes next) {
        if (session.getAttribute(BROUGHT_IN) instanceof BroughtIn broughtIn) {
            String page = answering.undo(broughtIn.applied().verdicts(), who.getName(), PATH, next);
            if (next.getFlashAttributes().containsKey("undone")) {
                session.removeAttribute(BROUGHT_IN);
            }
            return page;
        }
        return Answering.told(PATH, "There is no workbook to take back.", next);
    }

    @GetMapping(PATH + "/result.xlsx")
    @Audited(Act.EXPORT)
    ResponseEntity<Resource> result(
            @SessionAttribute(name = BROUGHT_IN, required = false) @Nullable BroughtIn broughtIn) {
        Path result = broughtIn == null ? null : broughtIn.result();
        if (result == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .headers(CasesDownload.saved("tributary-cases-results.xlsx"))
                .body(new FileSystemResource(result));
    }

    private static Optional<Part> sent(HttpServletRequest request) throws IOException, ServletException {
        boolean isForm = StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
        return isForm ? Optional.ofNullable(request.getPart(FILE)).filter(it -> it.getSize() > 0) : Optional.empty();
    }
}
