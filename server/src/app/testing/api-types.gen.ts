// Written by scripts/generate-api-types.ts (npm run generate:api) from the description of the API; not to be changed by hand.
export interface paths {
    "/api/v1/installation/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["installation.move_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["worklist.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["api_error.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["programme.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["programme.summary_by_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["work.list"];
        put?: never;
        post: operations["work.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["work.read"];
        put: operations["work.edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["work.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["unit.list"];
        put?: never;
        post: operations["unit.found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["measure.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["measure.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision.list"];
        put?: never;
        post: operations["decision.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["programme.list"];
        put?: never;
        post: operations["programme.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["programme.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["unit_policy.list"];
        put?: never;
        post: operations["unit_policy.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["work.acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appraisal-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appraisal.queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["bulk_act.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/evidence/{evidenceId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence.read_file"];
        put?: never;
        post: operations["evidence.add_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{decisionId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decision.read_file"];
        put?: never;
        post: operations["decision.add_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guiding-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["guidance.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guiding-documents/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["guidance.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["press.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["file.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/appraisal-opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.open_appraisal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/appraisals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.appraise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/duplicate-dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.dismiss_duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignment-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decision.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/added-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulk-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.act_on_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evidence.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/evidence/{evidenceId}/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["evidence.judge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/adjustment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adjustment.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/adjustment-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adjustment.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.report_completion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/completion-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.check_completion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/completion-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["work.decide_completion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}/windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["window.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}/themes/{ord}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["theme.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{year}/content-groups/{unit}/{ord}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["content_group.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["comment.list"];
        put?: never;
        post: operations["comment.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{ref}/comments/{commentId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["comment.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["news.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/news-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["news.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["filter.list"];
        put?: never;
        post: operations["filter.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["filter.change"];
        post?: never;
        delete: operations["filter.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["unit.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person.list"];
        put?: never;
        post: operations["person.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["person.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["unit.read_paper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/placements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unit.place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unit.rename"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unit.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unit.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/management": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post.manage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons/{personId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["person.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["post.appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holdings/{holdingId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["holding.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory-imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["directory.import_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory-imports/{importId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["directory.import_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["directory.import_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directory-imports/{importId}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["directory.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["account.set_mail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["emergency.list"];
        put?: never;
        post: operations["emergency.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{accessId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["emergency.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emergency-accesses/{accessId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["emergency.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.list"];
        put?: never;
        post: operations["account.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["token.list-of-account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["token.list"];
        put?: never;
        post: operations["token.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stand-in.list"];
        put?: never;
        post: operations["stand-in.lend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["role.list"];
        put?: never;
        post: operations["role.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["access.list"];
        put?: never;
        post: operations["access.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/persons-without-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["account.list-missing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.create-many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["account.set-password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["account.disable"];
        post?: never;
        delete: operations["account.enable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/sessions/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.end-sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/factor-removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["account.remove-factors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{username}/outside-identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["outside.link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outside-identities/{linkId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["outside.unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins/{standInId}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stand-in.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants/{grantId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["role.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens/{tokenId}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["token.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/other-sessions/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session.end-others"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["audit.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["audit.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["audit-fault.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-faults/{fingerprint}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["audit.acknowledge-fault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-faults/{fingerprint}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["audit.confirm-fault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/{entryId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["audit.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stopped-marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["secret-mark.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["spill.list"];
        put?: never;
        post: operations["spill.isolate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spills/{spillId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["spill.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhook.list-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhook.list"];
        put?: never;
        post: operations["webhook.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhook.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["webhook.list-deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhook.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhook.unpause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/pings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhook.ping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/resending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["webhook.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kept-typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["typing.keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kept-typing/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["typing.forget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessConfirmAnswer: {
            confirmed: {
                username: string;
                personName: string;
                code: string | null;
            }[];
        };
        AccessConfirmInput: {
            accesses?: string[] | null;
        };
        AccessListAnswer: {
            items: {
                username: string;
                personName: string;
                access: string;
                codeUntil: string | null;
                things: {
                    /** @enum {string} */
                    kind: "way-in" | "holding" | "grant" | "lending";
                    wayIn: string | null;
                    role: string | null;
                    what: string;
                    unit: string | null;
                    by: string;
                    at: string;
                }[];
            }[];
            next: string | null;
        };
        AccountCreateAnswer: {
            accountId: string;
            username: string;
            password: string | null;
        };
        AccountCreateInput: {
            username: string;
            /** Format: uuid */
            personId: string;
            password?: string | null;
            makePassword?: boolean | null;
        };
        AccountCreateManyAnswer: {
            accounts: {
                accountId: string;
                personId: string;
                fullName: string;
                postTitle: string;
                unitName: string;
                username: string;
                password: string;
            }[];
            skipped: {
                personId: string;
                fullName: string;
                postTitle: string;
                unitName: string;
                username: string;
            }[];
        };
        AccountCreateManyInput: {
            personIds?: string[] | null;
        };
        AccountDisableAnswer: {
            username: string;
        };
        AccountDisableInput: {
            reason: string;
        };
        AccountEnableAnswer: {
            username: string;
        };
        AccountEndSessionsAnswer: {
            username: string;
            endedSessions: number;
        };
        AccountEndSessionsInput: {
            reason: string;
        };
        AccountListAnswer: {
            items: {
                id: string;
                username: string;
                personId: string;
                personName: string;
                disabled: boolean;
                lastSignInAt: string | null;
                posts: {
                    postId: string;
                    title: string;
                    unit: string;
                }[];
            }[];
            next: string | null;
        };
        AccountListMissingAnswer: {
            items: {
                personId: string;
                fullName: string;
                postTitle: string;
                unitName: string;
            }[];
            next: string | null;
            total: number;
        };
        AccountMeAnswer: {
            username: string;
            personId: string;
            personName: string;
            post: {
                id: string;
                title: string | null;
                unitId: string | null;
                unitName: string | null;
            } | null;
            grants: {
                role: string;
                unitId: string;
                system: string | null;
            }[];
            scopes: string[] | null;
        };
        AccountReadAnswer: {
            id: string;
            username: string;
            personId: string;
            personName: string;
            disabled: boolean;
            lastSignInAt: string | null;
            posts: {
                postId: string;
                title: string;
                unit: string;
            }[];
            grants: {
                id: string;
                role: string;
                postId: string;
                postTitle: string;
                unitName: string;
                system: string | null;
                fromOn: string;
                toOn: string | null;
                active: boolean;
            }[];
        };
        AccountRemoveFactorsAnswer: {
            username: string;
        };
        AccountRemoveFactorsInput: {
            reason: string;
        };
        AccountSetMailAnswer: {
            digest: boolean;
        };
        AccountSetMailInput: {
            address?: ("" | string) | null;
            digest?: boolean | null;
        };
        AccountSetPasswordAnswer: {
            username: string;
            password: string | null;
        };
        AccountSetPasswordInput: {
            password?: string | null;
        };
        AdjustmentAskAnswer: {
            id: string;
            ref: string;
        };
        AdjustmentAskInput: {
            version?: number;
            newDueOn?: string | null;
            targetId?: string | null;
            operator?: ("eq" | "gte" | "lte" | "range" | "done") | null;
            value?: number | null;
            min?: number | null;
            max?: number | null;
            unit?: string | null;
            reason?: string | null;
            forceMajeure?: boolean | null;
        };
        AdjustmentDecideAnswer: {
            id: string;
            ref: string;
            outcome: string;
        };
        AdjustmentDecideInput: {
            version?: number;
            /** @enum {string} */
            outcome: "accepted" | "refused";
            reason?: string | null;
            document?: string | null;
        };
        ApiErrorListAnswer: {
            items: {
                code: string;
                statuses: number[];
                common: boolean;
                operations: string[];
                vi: string;
                en: string;
            }[];
        };
        AppraisalQueueAnswer: {
            items: {
                ref: string;
                title: string;
                version: number;
                unitName: string;
                holderName: string | null;
                postTitle: string | null;
                /** Format: date */
                since: string;
                dueOn: string | null;
                openDuplicates: number;
                proposal: ("approve" | "return" | "reject") | null;
                illustrative: boolean;
            }[];
            counts: {
                to_open: number;
                to_conclude: number;
                to_decide: number;
            };
            total: number;
            next: string | null;
        };
        AuditAcknowledgeFaultAnswer: {
            fingerprint: string;
        };
        AuditAcknowledgeFaultInput: {
            reason: string;
        };
        AuditConfirmFaultAnswer: {
            fingerprint: string;
        };
        AuditEraseAnswer: {
            entryId: string;
            decidedBy: string;
        };
        AuditEraseInput: {
            number: string;
            /** Format: date */
            decidedOn: string;
            issuer: string;
            reason: string;
        };
        AuditFaultListAnswer: {
            items: {
                fingerprint: string;
                code: string;
                seq: number | null;
                entryId: string | null;
                batch: number | null;
                foundAt: string;
                reason: string | null;
                acknowledgedBy: string | null;
                confirmedBy: string | null;
            }[];
            next: string | null;
        };
        AuditReadAnswer: {
            id: string;
            at: string;
            action: string;
            outcome: string;
            object: {
                kind: string;
                id: string;
                name: string | null;
            } | null;
            person: string | null;
            body: string | null;
            sourceAddress: string | null;
            requestId: string;
            seq: number | null;
            payload: {
                [key: string]: unknown;
            } | null;
            post: string | null;
            batch: number | null;
            erasedBy: string | null;
        };
        AuditSearchAnswer: {
            items: {
                id: string;
                at: string;
                action: string;
                outcome: string;
                object: {
                    kind: string;
                    id: string;
                    name: string | null;
                } | null;
                person: string | null;
                body: string | null;
                sourceAddress: string | null;
                requestId: string;
                seq: number | null;
            }[];
            next: string | null;
        };
        Blocker: {
            code: string;
            detail: string;
            field?: string;
            params?: {
                [key: string]: string | number;
            };
        };
        BulkActReadAnswer: {
            id: string;
            /** @enum {string} */
            act: "open_appraisal" | "submit" | "withdraw" | "remind";
            results: {
                ref: string;
                title: string | null;
                version: number | null;
                blockers: components["schemas"]["Blocker"][];
            }[];
        };
        CommentAddAnswer: {
            id: string;
            ref: string;
        };
        CommentAddInput: {
            text: string;
            named?: string[] | null;
        };
        CommentListAnswer: {
            items: {
                id: string;
                text: string | null;
                personName: string;
                bodyName: string | null;
                /** Format: date-time */
                recordedAt: string;
                named: string[];
            }[];
            total: number;
            next: string | null;
        };
        CommentWithdrawAnswer: {
            id: string;
            ref: string;
        };
        ContentGroupSaveAnswer: {
            year: number;
            version: number;
            id: string;
            unit: string;
            ord: number;
        };
        ContentGroupSaveInput: {
            version?: number;
            name: string;
            refersToYear?: number | null;
        };
        DecisionAddFileAnswer: {
            decisionId: string;
            number: string;
        };
        DecisionAddFileInput: {
            uploadId?: string | null;
        };
        DecisionAssignAnswer: {
            decisionId: string;
            number: string;
            assigned: number;
        };
        DecisionAssignInput: {
            year: number;
            issuer: string;
            number: string;
            /** Format: date */
            decidedOn: string;
            /**
             * @default party
             * @enum {string}
             */
            format?: "party" | "state";
            title?: string | null;
            uploadId?: string | null;
            works: string[];
        };
        DecisionListAnswer: {
            items: {
                id: string;
                number: string;
                /** Format: date */
                decidedOn: string;
                year: number;
                /** @enum {string} */
                format: "party" | "state";
                title: string;
                issuer: string;
                issuerName: string;
                illustrative: boolean;
                works: number;
                hidden: number;
                parts: {
                    assign: number;
                    approve: number;
                    add: number;
                    return: number;
                    reject: number;
                    drop: number;
                };
            }[];
            total: number;
            next: string | null;
        };
        DecisionReadAnswer: {
            id: string;
            number: string;
            /** Format: date */
            decidedOn: string;
            year: number;
            /** @enum {string} */
            format: "party" | "state";
            title: string;
            issuer: string;
            issuerName: string;
            illustrative: boolean;
            works: number;
            hidden: number;
            parts: {
                assign: number;
                approve: number;
                add: number;
                return: number;
                reject: number;
                drop: number;
            };
            file: {
                fileName: string;
                sizeBytes: number;
            } | null;
            items: {
                id: string;
                code: string | null;
                title: string;
                owner: components["schemas"]["Owner"];
                parts: ("assign" | "approve" | "add" | "return" | "reject" | "drop")[];
                reason: string | null;
                returnBy: string | null;
                targets: {
                    measure: string;
                    unit: string | null;
                    goal: components["schemas"]["Goal"];
                    exceptions: string[];
                    recognitionRequired: boolean;
                }[];
                dueOn: string | null;
                /** @enum {string} */
                state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
                illustrative: boolean;
            }[];
            next: string | null;
        };
        DecisionRecordAnswer: {
            decisionId: string;
            number: string;
            decidedOn: string;
            works: number;
            assigned: number;
        };
        DecisionRecordInput: {
            year: number;
            issuer: string;
            number: string;
            /** Format: date */
            decidedOn: string;
            /**
             * @default party
             * @enum {string}
             */
            format?: "party" | "state";
            title?: string | null;
            uploadId?: string | null;
            items?: {
                ref: string;
                /** @enum {string} */
                action: "approve" | "approve_assign" | "assign" | "return" | "reject" | "drop";
                reason?: string | null;
                returnBy?: string | null;
            }[] | null;
        };
        DirectoryImportAnswer: {
            id: string;
            changes: number;
        };
        DirectoryImportChangesAnswer: {
            items: {
                /** @enum {string} */
                sheet: "units" | "posts" | "persons" | "holdings";
                row: number;
                /** @enum {string} */
                act: "add" | "change" | "end";
                subject: string;
                details: {
                    heading: string;
                    before: string;
                    after: string;
                }[];
            }[];
            next: string | null;
            total: number;
        };
        DirectoryImportInput: {
            version?: number;
        };
        DirectoryImportPrepareAnswer: {
            id: string;
            version: number;
            badCells: number;
            changes: number;
        };
        DirectoryImportPrepareInput: {
            workbook?: string[] | null;
            /** Format: date */
            effectiveOn: string;
            document: string;
        };
        DirectoryImportReadAnswer: {
            id: string;
            version: number;
            /** Format: date */
            effectiveOn: string;
            document: string;
            applied: boolean;
            counts: {
                units: {
                    add: number;
                    change: number;
                    end: number;
                    same: number;
                };
                posts: {
                    add: number;
                    change: number;
                    end: number;
                    same: number;
                };
                persons: {
                    add: number;
                    change: number;
                    end: number;
                    same: number;
                };
                holdings: {
                    add: number;
                    change: number;
                    end: number;
                    same: number;
                };
            };
            changesTotal: number;
            changes: {
                /** @enum {string} */
                sheet: "units" | "posts" | "persons" | "holdings";
                row: number;
                /** @enum {string} */
                act: "add" | "change" | "end";
                subject: string;
                details: {
                    heading: string;
                    before: string;
                    after: string;
                }[];
            }[];
            badCellsTotal: number;
            badCells: {
                sheet: string;
                cell: string;
                found: string;
                /** @enum {string} */
                code: "sheet_hidden" | "sheet_twice" | "heading_unknown" | "heading_missing" | "heading_twice" | "too_many_rows" | "merged" | "formula" | "error_value" | "required" | "too_long" | "no_text" | "no_date" | "far_date" | "no_flag" | "no_choice" | "unit_code" | "unit_code_reserved" | "twice" | "unknown_unit" | "unknown_post" | "unknown_person" | "name_differs" | "fixed" | "not_yours" | "root_not_yours" | "not_there" | "ended_already" | "end_before_start" | "body_of_body" | "cycle" | "later_change" | "head_twice" | "held_already" | "own_holding" | "has_children" | "has_bodies" | "has_holders" | "manages_posts" | "has_future" | "depends_elsewhere";
                detail: string;
                params: {
                    [key: string]: string | number;
                };
                dependants: number;
            }[];
            warningsTotal: number;
            warnings: {
                sheet: string;
                cell: string;
                found: string;
                /** @enum {string} */
                code: "footer_left" | "placed_later" | "managed_later" | "same_name";
                detail: string;
                params: {
                    [key: string]: string | number;
                };
            }[];
            ignoredSheets: string[];
        };
        EmergencyAskAnswer: {
            accessId: string;
        };
        EmergencyAskInput: {
            object: string;
            reason: string;
            minutes: number;
        };
        EmergencyDecideAnswer: {
            accessId: string;
        };
        EmergencyDecideInput: {
            /** @enum {string} */
            outcome: "approve" | "refuse";
            reason?: string | null;
        };
        EmergencyEndAnswer: {
            accessId: string;
        };
        EmergencyListAnswer: {
            items: {
                id: string;
                objectKind: string;
                objectLabel: string;
                unitName: string;
                reason: string;
                minutes: number;
                askedName: string;
                /** Format: date-time */
                askedAt: string;
                decidedName: string | null;
                endsAt: string | null;
                refusedReason: string | null;
                /** @enum {string} */
                state: "waiting" | "open" | "over" | "refused";
                mayDecide: boolean;
                isOwn: boolean;
            }[];
        };
        EvidenceAddFileAnswer: {
            id: string;
            ref: string;
        };
        EvidenceAddFileInput: {
            version?: number;
            uploadId?: string | null;
        };
        EvidenceJudgeAnswer: {
            id: string;
            ref: string;
            state: string;
        };
        EvidenceJudgeInput: {
            /** @enum {string} */
            outcome: "accept" | "refuse";
            reason?: string | null;
        };
        EvidenceOfferAnswer: {
            id: string;
            ref: string;
        };
        EvidenceOfferInput: {
            version?: number;
            /** @enum {string} */
            kind: "document" | "recognition" | "minutes" | "photo" | "other";
            title: string;
            targetId?: string | null;
            value?: number | null;
            done?: boolean | null;
            note?: string | null;
            /** Format: date */
            effectiveOn: string;
            uploadId?: string | null;
            replacesId?: string | null;
            recognition?: {
                authority?: string | null;
                competence?: string | null;
                number?: string | null;
                recognisedOn?: string | null;
                validUntil?: string | null;
                quantity?: number | null;
            } | null;
        };
        Figure: {
            count: number;
            works: string;
        };
        FileUploadAnswer: {
            uploadId: string;
            fileName: string;
            mediaType: string;
            sizeBytes: number;
        };
        FilterChangeAnswer: {
            id: string;
            list: string;
            name: string;
            version: number;
        };
        FilterChangeInput: {
            version?: number;
            name: string;
            query: string;
            /** @enum {string} */
            sharing: "own" | "unit" | "subtree";
        };
        FilterListAnswer: {
            items: {
                id: string;
                list: string;
                name: string;
                version: number;
                query: string;
                /** @enum {string} */
                sharing: "own" | "unit" | "subtree";
                isOwn: boolean;
                by: string | null;
                unitName: string | null;
            }[];
        };
        FilterRemoveAnswer: {
            id: string;
            list: string;
            name: string;
        };
        FilterSaveAnswer: {
            id: string;
            list: string;
            name: string;
            version: number;
        };
        FilterSaveInput: {
            list?: "programme.work" | null;
            name: string;
            query: string;
            /** @enum {string} */
            sharing: "own" | "unit" | "subtree";
        };
        Goal: {
            /** @enum {string} */
            operator: "eq" | "gte" | "lte" | "range" | "done";
            value: number | null;
            min: number | null;
            max: number | null;
        };
        GuidanceListAnswer: {
            items: {
                ref: string;
                number: string | null;
                kind: string;
                issuerName: string;
                title: string;
                issuedOn: string | null;
            }[];
        };
        GuidanceReadAnswer: {
            ref: string;
            number: string | null;
            kind: string;
            issuerName: string;
            title: string;
            issuedOn: string | null;
            continues: {
                ref: string;
                number: string | null;
                kind: string;
                issuerName: string;
                title: string;
                issuedOn: string | null;
            } | null;
            continuedBy: {
                ref: string;
                number: string | null;
                kind: string;
                issuerName: string;
                title: string;
                issuedOn: string | null;
            }[];
            programmes: {
                year: number;
                name: string;
                unit: string;
                /** @enum {string} */
                role: "basis" | "linked";
            }[];
        };
        HoldingEndAnswer: {
            unit: string;
            id: string;
        };
        HoldingEndInput: {
            version?: number;
            /** Format: date */
            endsOn: string;
            document: string;
        };
        InstallationMoveDayAnswer: {
            today: string;
        };
        InstallationMoveDayInput: {
            /** Format: date */
            day: string;
            returnTo?: string | null;
        };
        MeasureListAnswer: {
            items: {
                key: string;
                label: string;
                /** @enum {string} */
                unit: "%" | "count" | "days";
                /** @enum {string} */
                good: "up" | "down";
            }[];
        };
        MeasureReadAnswer: {
            key: string;
            label: string;
            /** @enum {string} */
            unit: "%" | "count" | "days";
            /** @enum {string} */
            good: "up" | "down";
            /** Format: date */
            asOf: string;
            numerator: number;
            denominator: number;
            exclusions: {
                reason: string;
                count: number;
            }[];
            value: number | null;
            items: {
                label: string;
                href: string;
                note: string;
            }[] | null;
            next: string | null;
        };
        NewsListAnswer: {
            items: {
                /** Format: uuid */
                id: string;
                kind: string;
                subjectKind: string;
                ref: string;
                title: string;
                /** Format: date-time */
                createdAt: string;
                isRead: boolean;
                illustrative: boolean;
            }[];
            unread: number;
            next: string | null;
        };
        NewsReadAnswer: {
            read: number;
        };
        NewsReadInput: {
            until?: string | null;
        };
        OutsideLinkAnswer: {
            username: string;
        };
        OutsideLinkInput: {
            /** Format: uri */
            issuer: string;
            subject: string;
        };
        OutsideUnlinkAnswer: {
            username: string;
        };
        Owner: {
            /** @enum {string} */
            kind: "collective" | "individual";
            unit: string;
            unitName: string;
            holderName: string | null;
            postTitle: string | null;
        };
        PersonAddAnswer: {
            id: string;
        };
        PersonAddInput: {
            fullName: string;
            post?: string | null;
        };
        PersonCorrectAnswer: {
            id: string;
        };
        PersonCorrectInput: {
            version?: number;
            fullName: string;
            reason: string;
        };
        PersonListAnswer: {
            items: {
                /** Format: uuid */
                id: string;
                fullName: string;
                illustrative: boolean;
                post: string | null;
            }[];
            total: number;
            next: string | null;
        };
        PersonReadAnswer: {
            id: string;
            fullName: string;
            illustrative: boolean;
            version: number;
            /** Format: date */
            asOf: string;
            holdings: {
                holdingId: string;
                /** @enum {string} */
                capacity: "full" | "acting" | "in_charge";
                /** Format: date */
                fromOn: string;
                toOn: string | null;
                document: string | null;
                active: boolean;
                postId: string;
                postTitle: string;
                unit: string;
                unitName: string;
            }[];
        };
        PostAppointAnswer: {
            unit: string;
            id: string;
        };
        PostAppointInput: {
            version?: number;
            /** Format: uuid */
            personId: string;
            /** Format: date */
            fromOn: string;
            /** @enum {string} */
            capacity: "full" | "acting" | "in_charge";
            document: string;
        };
        PostCloseAnswer: {
            unit: string;
            id: string;
        };
        PostCloseInput: {
            version?: number;
            /** Format: date */
            endsOn: string;
            document: string;
        };
        PostManageAnswer: {
            unit: string;
            id: string;
        };
        PostManageInput: {
            version?: number;
            /** Format: uuid */
            managingUnitId: string;
            /** Format: date */
            fromOn: string;
            document: string;
        };
        PostOpenAnswer: {
            unit: string;
            id: string;
        };
        PostOpenInput: {
            title: string;
            isHead?: boolean | null;
            /** Format: date */
            validFrom: string;
            managingUnitId?: string | null;
            document: string;
            unit: string;
        };
        PressListAnswer: {
            sources: {
                id: string;
                title: string;
                author: string;
                /** Format: date */
                publishedOn: string;
                citation: string;
            }[];
            items: {
                ref: string;
                /** @enum {string} */
                kind: "statement" | "outcome" | "indicator" | "activity" | "caption";
                text: string;
                quote: string;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            instance: string;
            errors: components["schemas"]["ProblemReason"][];
        };
        ProblemReason: {
            code: string;
            field?: string;
            subject?: string;
            detail: string;
            params?: Record<string, never>;
        };
        ProgrammeListAnswer: {
            items: {
                year: number;
                name: string;
                unit: string;
                unitName: string;
                /** @enum {string} */
                status: "open" | "closed";
            }[];
        };
        ProgrammeOpenAnswer: {
            year: number;
            version: number;
            id: string;
        };
        ProgrammeOpenInput: {
            year: number;
            unit: string;
            name: string;
            completionRule?: string | null;
        };
        ProgrammeReadAnswer: {
            year: number;
            name: string;
            unit: string;
            unitName: string;
            /** @enum {string} */
            status: "open" | "closed";
            version: number;
            windows: {
                /** @enum {string} */
                tier: "province" | "direct" | "district" | "grassroots";
                /** Format: date */
                opensOn: string;
                /** Format: date */
                closesOn: string;
            }[];
            periods: {
                /** @enum {string} */
                key: "q1" | "h1" | "m9" | "estimate" | "final";
                /** Format: date */
                dataClosesOn: string;
                /** Format: date */
                dueOn: string;
            }[];
            themes: {
                /** Format: uuid */
                id: string;
                ord: number;
                headline: string;
                parts: string[];
            }[];
            contentGroups: {
                /** Format: uuid */
                id: string;
                unit: string;
                unitName: string;
                ord: number;
                name: string;
                refersToYear: number | null;
            }[];
        };
        ProgrammeSummaryAnswer: {
            year: number;
            name: string;
            /** @enum {string} */
            status: "open" | "closed";
            /** Format: date */
            asOf: string;
            /** @enum {string} */
            illustrative: "include" | "exclude";
            unit: string | null;
            figures: components["schemas"]["Tally"];
            byState: {
                /** @enum {string} */
                state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
                works: components["schemas"]["Figure"];
            }[];
            byTier: {
                /** @enum {string} */
                tier: "province" | "direct" | "district" | "grassroots";
                figures: components["schemas"]["Tally"];
                byOwnerKind: {
                    /** @enum {string} */
                    ownerKind: "collective" | "individual";
                    figures: components["schemas"]["Tally"];
                }[];
            }[];
            byOwnerKind: {
                /** @enum {string} */
                ownerKind: "collective" | "individual";
                figures: components["schemas"]["Tally"];
            }[];
            byTheme: {
                theme: number;
                headline: string | null;
                figures: components["schemas"]["Tally"];
            }[];
            byContentGroup: {
                unit: string;
                unitName: string;
                ord: number;
                name: string;
                figures: components["schemas"]["Tally"];
            }[];
            byUnit: {
                unit: string;
                /** @enum {string} */
                ladder: "party" | "state" | "front" | "mass" | "enterprise";
                rows: {
                    unit: string;
                    name: string;
                    /** @enum {string} */
                    part: "below" | "own" | "outside";
                    owed: number;
                    figures: components["schemas"]["Tally"];
                }[];
                more: number;
            };
            debts: {
                code: string | null;
                title: string;
                unit: string;
                unitName: string;
                holderName: string | null;
                postTitle: string | null;
                signals: ("late" | "silent")[];
                /** Format: date */
                since: string;
                days: number;
                illustrative: boolean;
            }[];
            claims: {
                ref: string;
                label: string;
                published: number | null;
                register: number;
                deviation: number | null;
                /** @enum {string} */
                verdict: "agrees" | "differs" | "not_stated" | "partial";
                works: string;
                statedBy: string | null;
                assumption: string | null;
                sourceQuote: string;
            }[];
        };
        ProgrammeSummaryByUnitAnswer: {
            unit: string;
            /** @enum {string} */
            ladder: "party" | "state" | "front" | "mass" | "enterprise";
            figures: components["schemas"]["Tally"];
            items: {
                unit: string;
                name: string;
                /** @enum {string} */
                part: "below" | "own" | "outside";
                owed: number;
                figures: components["schemas"]["Tally"];
            }[];
            total: number;
            next: string | null;
        };
        Ratio: {
            numerator: components["schemas"]["Figure"];
            denominator: components["schemas"]["Figure"];
            percent: number | null;
        };
        RoleGrantAnswer: {
            grantId: string;
        };
        RoleGrantInput: {
            /** Format: uuid */
            postId: string;
            /** @enum {string} */
            role: "registrant" | "unit-clerk" | "appraiser" | "decider" | "monitor" | "inspector" | "evaluator" | "evaluation-decider" | "programme-admin" | "system-admin" | "directory-admin" | "secrecy-officer";
            /** Format: uuid */
            unitId: string;
            system?: ("party" | "state" | "front" | "mass" | "enterprise") | null;
            fromOn?: string | null;
            toOn?: string | null;
        };
        RoleListAnswer: {
            items: {
                id: string;
                role: string;
                postId: string;
                postTitle: string;
                unitName: string;
                system: string | null;
                fromOn: string;
                toOn: string | null;
                active: boolean;
                postUnit: string;
                holders: string[];
            }[];
            next: string | null;
        };
        RoleRevokeAnswer: {
            toOn: string;
        };
        SecretMarkListAnswer: {
            items: {
                id: string;
                at: string;
                act: string;
                field: string | null;
                kind: string;
                unit: string | null;
                person: string | null;
            }[];
            next: string | null;
        };
        SessionEndOthersAnswer: {
            endedSessions: number;
        };
        SpillEraseAnswer: {
            spillId: string;
            entries: number;
        };
        SpillEraseInput: {
            decision: string;
            /** Format: date */
            decidedOn: string;
        };
        SpillIsolateAnswer: {
            spillId: string;
        };
        SpillIsolateInput: {
            address: string;
            /** Format: date */
            officerToldOn: string;
        };
        SpillListAnswer: {
            items: {
                id: string;
                kind: string;
                unit: string | null;
                isolatedAt: string;
                erasedAt: string | null;
            }[];
            next: string | null;
        };
        StandInEndAnswer: {
            standInId: string;
        };
        StandInLendAnswer: {
            standInId: string;
        };
        StandInLendInput: {
            /** Format: uuid */
            holdingId: string;
            /** Format: uuid */
            personId: string;
            grantIds?: string[] | null;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            lastOn: string;
            document: string;
        };
        StandInListAnswer: {
            items: {
                id: string;
                lenderHoldingId: string;
                lenderName: string;
                personId: string;
                personName: string;
                fromOn: string;
                lastOn: string;
                document: string;
                roles: {
                    role: string;
                    unit: string;
                }[];
                /** @enum {string} */
                state: "coming" | "active" | "over";
            }[];
        };
        Tally: {
            registered: components["schemas"]["Figure"];
            notAssignedYet: components["schemas"]["Figure"];
            assigned: components["schemas"]["Figure"];
            inForce: components["schemas"]["Figure"];
            onCourse: components["schemas"]["Figure"];
            atRisk: components["schemas"]["Figure"];
            late: components["schemas"]["Figure"];
            silent: components["schemas"]["Figure"];
            stale: components["schemas"]["Figure"];
            finished: components["schemas"]["Figure"];
            kept: components["schemas"]["Ratio"];
            firstKept: components["schemas"]["Ratio"];
        };
        ThemeSaveAnswer: {
            year: number;
            version: number;
            id: string;
            ord: number;
        };
        ThemeSaveInput: {
            version?: number;
            headline: string;
            parts?: string[] | null;
        };
        TokenCreateAnswer: {
            tokenId: string;
            token: string;
            expiresAt: string;
        };
        TokenCreateInput: {
            name: string;
            scopes?: ("read" | "write" | "admin")[] | null;
            days: number;
        };
        TokenListAnswer: {
            items: {
                id: string;
                name: string;
                scopes: string[];
                expiresAt: string;
                lastUsedAt: string | null;
            }[];
        };
        TokenListOfAccountAnswer: {
            items: {
                id: string;
                name: string;
                scopes: string[];
                expiresAt: string;
                lastUsedAt: string | null;
            }[];
        };
        TokenRevokeAnswer: {
            tokenId: string;
        };
        TypingForgetAnswer: {
            form: string;
        };
        TypingForgetInput: {
            back?: string | null;
        };
        TypingKeepAnswer: {
            revision: number;
            /** Format: date-time */
            savedAt: string;
            isOutdated: boolean;
        };
        TypingKeepInput: {
            form: string;
            baseVersion: number;
            window: string;
            revision: number;
            fields: [
                string,
                string
            ][];
        };
        UnitCorrectAnswer: {
            unit: string;
        };
        UnitCorrectInput: {
            version?: number;
            kind: string;
            /** @enum {string} */
            level: "central" | "province" | "direct" | "district" | "grassroots";
            place?: string | null;
            foundingDocument?: string | null;
            validFrom?: string | null;
            reason: string;
        };
        UnitEndAnswer: {
            unit: string;
        };
        UnitEndInput: {
            version?: number;
            /** Format: date */
            endsOn: string;
            document: string;
            paperKind?: ("decision" | "resolution" | "law" | "notice" | "other") | null;
            paperIssuedOn?: string | null;
            paperIssuer?: string | null;
            paperFile?: string[] | null;
        };
        UnitFoundAnswer: {
            unit: string;
            id: string;
        };
        UnitFoundInput: {
            code: string;
            name: string;
            shortName: string;
            /** @enum {string} */
            system: "party" | "state" | "front" | "mass" | "enterprise";
            /** @enum {string} */
            level: "central" | "province" | "direct" | "district" | "grassroots";
            kind: string;
            place?: string | null;
            actsForId?: string | null;
            /** Format: date */
            validFrom: string;
            foundingDocument: string;
            parents?: {
                /** @enum {string} */
                system: "party" | "state" | "front" | "mass" | "enterprise";
                /** Format: uuid */
                parentId: string;
            }[] | null;
            paperKind?: ("decision" | "resolution" | "law" | "notice" | "other") | null;
            paperIssuedOn?: string | null;
            paperIssuer?: string | null;
            paperFile?: string[] | null;
        };
        UnitListAnswer: {
            /** Format: date */
            asOf: string;
            items: {
                id: string;
                code: string;
                name: string;
                shortName: string;
                /** @enum {string} */
                system: "party" | "state" | "front" | "mass" | "enterprise";
                /** @enum {string} */
                level: "central" | "province" | "direct" | "district" | "grassroots";
                kind: string;
                place: string | null;
                /** Format: date */
                validFrom: string;
                validTo: string | null;
                illustrative: boolean;
                parents: {
                    /** @enum {string} */
                    system: "party" | "state" | "front" | "mass" | "enterprise";
                    code: string;
                    name: string;
                }[];
            }[];
            next: string | null;
        };
        UnitPlaceAnswer: {
            unit: string;
        };
        UnitPlaceInput: {
            version?: number;
            /** @enum {string} */
            system: "party" | "state" | "front" | "mass" | "enterprise";
            /** Format: uuid */
            parentId: string;
            /** Format: date */
            fromOn: string;
            document: string;
            paperKind?: ("decision" | "resolution" | "law" | "notice" | "other") | null;
            paperIssuedOn?: string | null;
            paperIssuer?: string | null;
            paperFile?: string[] | null;
        };
        UnitPolicyListAnswer: {
            items: {
                unitName: string;
                /** @enum {string} */
                key: "one_person_completion";
                allowed: boolean;
                /** Format: date */
                fromOn: string;
                document: string;
            }[];
        };
        UnitPolicyRecordAnswer: {
            id: string;
            unit: string;
            key: string;
            /** @enum {string} */
            allowed: "yes" | "no";
            fromOn: string;
        };
        UnitPolicyRecordInput: {
            unit: string;
            /** @enum {string} */
            key: "one_person_completion";
            /** @enum {string} */
            allowed: "yes" | "no";
            /** Format: date */
            fromOn: string;
            document: string;
        };
        UnitReadAnswer: {
            id: string;
            code: string;
            name: string;
            shortName: string;
            /** @enum {string} */
            system: "party" | "state" | "front" | "mass" | "enterprise";
            /** @enum {string} */
            level: "central" | "province" | "direct" | "district" | "grassroots";
            kind: string;
            place: string | null;
            /** Format: date */
            validFrom: string;
            validTo: string | null;
            foundingDocument: string | null;
            illustrative: boolean;
            sourceQuote: string | null;
            version: number;
            /** Format: date */
            asOf: string;
            parents: {
                /** @enum {string} */
                system: "party" | "state" | "front" | "mass" | "enterprise";
                code: string;
                name: string;
            }[];
            actsFor: {
                code: string;
                name: string;
            } | null;
            bodies: {
                code: string;
                name: string;
            }[];
            life: {
                /** @enum {string} */
                act: "found" | "rename" | "place" | "end";
                /** Format: date */
                on: string;
                name: string | null;
                nameBefore: string | null;
                system: ("party" | "state" | "front" | "mass" | "enterprise") | null;
                parentCode: string | null;
                parentName: string | null;
                paper: {
                    id: string | null;
                    hasFile: boolean;
                    kind: ("decision" | "resolution" | "law" | "notice" | "other") | null;
                    number: string;
                    issuedOn: string | null;
                    issuer: string | null;
                } | null;
            }[];
            children: number;
            posts: {
                id: string;
                title: string;
                isHead: boolean;
                /** Format: date */
                validFrom: string;
                validTo: string | null;
                version: number;
                managedBy: {
                    code: string;
                    name: string;
                } | null;
                illustrative: boolean;
                holders: {
                    holdingId: string;
                    personId: string;
                    personName: string;
                    /** @enum {string} */
                    capacity: "full" | "acting" | "in_charge";
                    /** Format: date */
                    fromOn: string;
                    toOn: string | null;
                    document: string | null;
                }[];
            }[];
        };
        UnitRenameAnswer: {
            unit: string;
        };
        UnitRenameInput: {
            version?: number;
            name: string;
            shortName: string;
            /** Format: date */
            fromOn: string;
            document: string;
            paperKind?: ("decision" | "resolution" | "law" | "notice" | "other") | null;
            paperIssuedOn?: string | null;
            paperIssuer?: string | null;
            paperFile?: string[] | null;
        };
        WebhookCreateAnswer: {
            webhookId: string;
            secret: string;
        };
        WebhookCreateInput: {
            url: string;
            events?: ("work.submitted" | "work.added" | "work.reported" | "work.reminded" | "work.suspended" | "work.resumed" | "work.completion_reported" | "work.completion_decided" | "adjustment.asked" | "adjustment.decided" | "evidence.offered" | "evidence.judged" | "comment.added" | "decision.recorded")[] | null;
        };
        WebhookListAnswer: {
            items: {
                id: string;
                url: string;
                events: string[];
                /** Format: date-time */
                createdAt: string;
                pausedAt: string | null;
                pausedBecause: ("failing" | "gone" | "post_gone") | null;
            }[];
        };
        WebhookListDeliveriesAnswer: {
            items: {
                id: string;
                event: string;
                body: string;
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                state: "waiting" | "taken" | "given_up";
                tries: number;
                nextTryAt: string | null;
                lastTriedAt: string | null;
                lastStatus: number | null;
                lastTrouble: ("secret_unreadable" | "host_not_allowed" | "address_not_allowed" | "unreachable" | "certificate" | "slow") | null;
            }[];
            next: string | null;
        };
        WebhookListEventsAnswer: {
            items: string[];
        };
        WebhookPingAnswer: {
            webhookId: string;
            deliveryId: string;
        };
        WebhookReadAnswer: {
            id: string;
            url: string;
            events: string[];
            /** Format: date-time */
            createdAt: string;
            pausedAt: string | null;
            pausedBecause: ("failing" | "gone" | "post_gone") | null;
        };
        WebhookRemoveAnswer: {
            webhookId: string;
        };
        WebhookResendAnswer: {
            webhookId: string;
            deliveryId: string;
        };
        WebhookUnpauseAnswer: {
            webhookId: string;
            again: number;
        };
        WindowSaveAnswer: {
            year: number;
            version: number;
        };
        WindowSaveInput: {
            version?: number;
            windows?: {
                /** @enum {string} */
                tier: "province" | "direct" | "district" | "grassroots";
                /** Format: date */
                opensOn: string;
                /** Format: date */
                closesOn: string;
            }[] | null;
        };
        WorkActOnManyAnswer: {
            id: string;
            /** @enum {string} */
            act: "open_appraisal" | "submit" | "withdraw" | "remind";
            done: number;
            refused: number;
            results: {
                ref: string;
                reasons: {
                    code: string;
                    params?: {
                        [key: string]: unknown;
                    };
                }[];
            }[];
        };
        WorkActOnManyInput: {
            /** @enum {string} */
            act: "open_appraisal" | "submit" | "withdraw" | "remind";
            works: {
                ref: string;
                version: number;
            }[];
        };
        WorkActsAnswer: {
            items: {
                /** @enum {string} */
                name: "submit" | "edit" | "withdraw" | "open_appraisal" | "appraise" | "dismiss_duplicate" | "decide" | "start" | "report" | "offer_evidence" | "judge_evidence" | "report_completion" | "check_completion" | "decide_completion" | "ask_adjustment" | "decide_adjustment" | "remind" | "suspend" | "resume";
                open: boolean;
                blockers: components["schemas"]["Blocker"][];
            }[];
        };
        WorkAddAnswer: {
            id: string;
            ref: string;
            code: string;
            decisionId: string;
            state: string;
        };
        WorkAddInput: {
            year: number;
            issuer: string;
            number: string;
            /** Format: date */
            decidedOn: string;
            /**
             * @default party
             * @enum {string}
             */
            format?: "party" | "state";
            title: string;
            uploadId?: string | null;
            /** @enum {string} */
            ownerKind: "collective" | "individual";
            ownerUnit?: string | null;
            ownerHoldingId?: string | null;
            reason?: string | null;
            assign?: boolean | null;
            rationale?: string | null;
            baseline?: string | null;
            product?: string | null;
            resources?: string | null;
            risks?: string | null;
            requests?: string | null;
            proof?: string | null;
            minutesReference?: string | null;
            dueOn?: string | null;
            themeGroupId?: string | null;
            contentGroupIds?: string[] | null;
            supportingUnitIds?: string[] | null;
            continuesCode?: string | null;
            continuesUnlinked?: boolean | null;
            targets?: {
                measure?: string | null;
                unit?: string | null;
                operator?: ("eq" | "gte" | "lte" | "range" | "done") | null;
                value?: number | null;
                min?: number | null;
                max?: number | null;
                baseline?: number | null;
                /**
                 * @default committed
                 * @enum {string}
                 */
                modality?: "committed" | "aspirational" | "carry_out";
                exceptions?: string[] | null;
                recognitionRequired?: boolean | null;
                recognitionBy?: string | null;
                measureKey?: string | null;
            }[] | null;
            steps?: {
                name?: string | null;
                dueOn?: string | null;
            }[] | null;
        };
        WorkAppraiseAnswer: {
            id: string;
            ref: string;
        };
        WorkAppraiseInput: {
            version?: number;
            scores: {
                fits_theme: number;
                breakthrough: number;
                specific: number;
                finishable: number;
                within_power: number;
                resources: number;
                not_duplicate: number;
                proof_defined: number;
                no_secret: number;
            };
            comment?: string | null;
            /** @enum {string} */
            outcome: "approve" | "return" | "reject";
        };
        WorkCheckCompletionAnswer: {
            id: string;
            ref: string;
        };
        WorkCheckCompletionInput: {
            version?: number;
            comment: string;
        };
        WorkDecideCompletionAnswer: {
            id: string;
            ref: string;
            outcome: string;
        };
        WorkDecideCompletionInput: {
            version?: number;
            /** @enum {string} */
            outcome: "accept" | "refuse";
            reason?: string | null;
            document?: string | null;
        };
        WorkDismissDuplicateAnswer: {
            id: string;
            ref: string;
        };
        WorkDismissDuplicateInput: {
            otherCode: string;
            reason: string;
        };
        WorkEditAnswer: {
            id: string;
            ref: string;
            version: number;
        };
        WorkEditInput: {
            version?: number;
            title: string;
            rationale?: string | null;
            baseline?: string | null;
            product?: string | null;
            resources?: string | null;
            risks?: string | null;
            requests?: string | null;
            proof?: string | null;
            minutesReference?: string | null;
            dueOn?: string | null;
            themeGroupId?: string | null;
            contentGroupIds?: string[] | null;
            supportingUnitIds?: string[] | null;
            continuesCode?: string | null;
            continuesUnlinked?: boolean | null;
            targets?: {
                measure?: string | null;
                unit?: string | null;
                operator?: ("eq" | "gte" | "lte" | "range" | "done") | null;
                value?: number | null;
                min?: number | null;
                max?: number | null;
                baseline?: number | null;
                /**
                 * @default committed
                 * @enum {string}
                 */
                modality?: "committed" | "aspirational" | "carry_out";
                exceptions?: string[] | null;
                recognitionRequired?: boolean | null;
                recognitionBy?: string | null;
                measureKey?: string | null;
            }[] | null;
            steps?: {
                name?: string | null;
                dueOn?: string | null;
            }[] | null;
        };
        WorkHistoryAnswer: {
            passages: {
                /** @enum {string} */
                state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
                action: string;
                /** Format: date */
                from: string;
                to: string | null;
                reason: string | null;
                document: string | null;
                bodyName: string | null;
                inStead: string | null;
                /** Format: date-time */
                recordedAt: string;
            }[];
            versions: {
                number: number;
                reason: string;
                /** Format: date */
                effectiveOn: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
        };
        WorkListAnswer: {
            items: {
                id: string;
                code: string | null;
                title: string;
                owner: components["schemas"]["Owner"];
                /** @enum {string} */
                tier: "province" | "direct" | "district" | "grassroots";
                theme: {
                    ord: number;
                    headline: string;
                } | null;
                /** @enum {string} */
                state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
                /** Format: date */
                stateSince: string;
                signals: ("late" | "at_risk" | "silent" | "stale")[];
                dueOn: string | null;
                assignerName: string | null;
                illustrative: boolean;
                firstDueOn: string | null;
                progress: {
                    targets: number;
                    live: number;
                    claimed: number;
                    confirmed: number;
                };
            }[];
            total: number;
            next: string | null;
        };
        WorkOpenAppraisalAnswer: {
            id: string;
            ref: string;
        };
        WorkOpenAppraisalInput: {
            version?: number;
        };
        WorkReadAnswer: {
            id: string;
            code: string | null;
            title: string;
            owner: components["schemas"]["Owner"];
            /** @enum {string} */
            tier: "province" | "direct" | "district" | "grassroots";
            theme: {
                ord: number;
                headline: string;
            } | null;
            /** @enum {string} */
            state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
            /** Format: date */
            stateSince: string;
            signals: ("late" | "at_risk" | "silent" | "stale")[];
            dueOn: string | null;
            assignerName: string | null;
            illustrative: boolean;
            version: number;
            /** Format: date */
            asOf: string;
            year: number;
            firstDueOn: string | null;
            assignedOn: string | null;
            workDoneOn: string | null;
            acceptedOn: string | null;
            texts: {
                rationale: string;
                baseline: string;
                product: string;
                resources: string;
                risks: string;
                requests: string;
                proof: string;
                minutesReference: string;
            };
            contentGroups: {
                /** Format: uuid */
                id: string;
                unit: string;
                ord: number;
                name: string;
            }[];
            supportingUnits: {
                code: string;
                name: string;
            }[];
            targets: {
                id: string;
                measure: string;
                unit: string | null;
                goal: components["schemas"]["Goal"];
                /** @enum {string} */
                modality: "committed" | "aspirational" | "carry_out";
                exceptions: string[];
                recognitionRequired: boolean;
                recognitionBy: string;
                measureKey: string | null;
                claimed: number | boolean | null;
                confirmed: number | boolean | null;
                /** @enum {string} */
                met: "met" | "exceeded" | "not_met" | "undetermined";
                basis: string;
                live: {
                    numerator: number;
                    denominator: number;
                } | null;
                course: {
                    planned: {
                        /** Format: date */
                        on: string;
                        value: number | boolean | null;
                    }[] | null;
                    claimed: {
                        /** Format: date */
                        on: string;
                        value: number | boolean | null;
                    }[];
                    confirmed: {
                        /** Format: date */
                        on: string;
                        value: number | boolean | null;
                    }[];
                };
            }[];
            steps: {
                id: string | null;
                ord: number;
                name: string;
                dueOn: string | null;
                doneOn: string | null;
            }[];
            reports: {
                /** @enum {string} */
                period: "q1" | "h1" | "m9" | "estimate" | "final";
                number: number;
                current: boolean;
                /** Format: date */
                reportedOn: string;
                /** Format: date */
                sentOn: string;
                content: string;
                difficulties: string;
                requests: string;
                nextSteps: string;
                finishesInYear: boolean | null;
                reason: string;
                values: {
                    targetId: string;
                    value: number | boolean | null;
                    note: string | null;
                }[];
            }[];
            evidence: {
                id: string;
                targetId: string | null;
                kind: string;
                title: string;
                note: string;
                value: number | boolean | null;
                /** @enum {string} */
                state: "offered" | "accepted" | "refused" | "replaced";
                /** Format: date */
                effectiveOn: string;
                offeredBy: string | null;
                decidedOn: string | null;
                decidedBy: string | null;
                decidedFor: string | null;
                reason: string | null;
                replacesId: string | null;
                file: {
                    fileName: string;
                    sizeBytes: number;
                    addedOn: string | null;
                } | null;
                recognition: {
                    authority: string;
                    competence: string;
                    number: string;
                    /** Format: date */
                    recognisedOn: string;
                    validUntil: string | null;
                    quantity: number;
                } | null;
            }[] | null;
            appraisals: {
                id: string;
                workVersion: number;
                /** Format: date */
                openedOn: string;
                concludedOn: string | null;
                by: string;
                unitName: string;
                forUnitName: string;
                scores: {
                    [key: string]: number;
                };
                comment: string;
                outcome: ("approve" | "return" | "reject") | null;
            }[];
            completions: {
                number: number;
                /** Format: date */
                reportedOn: string;
                /** Format: date */
                workDoneOn: string;
                content: string;
                by: string | null;
                checkedOn: string | null;
                checkedBy: string | null;
                checkComment: string | null;
                outcome: ("accepted" | "refused") | null;
                decidedOn: string | null;
                decidedBy: string | null;
                decidedFor: string | null;
                document: string | null;
                reason: string | null;
            }[];
            adjustments: {
                id: string;
                /** @enum {string} */
                kind: "due_on" | "target";
                targetId: string | null;
                before: {
                    dueOn: string | null;
                    operator: ("eq" | "gte" | "lte" | "range" | "done") | null;
                    value: number | null;
                    min: number | null;
                    max: number | null;
                    unit: string | null;
                };
                after: {
                    dueOn: string | null;
                    operator: ("eq" | "gte" | "lte" | "range" | "done") | null;
                    value: number | null;
                    min: number | null;
                    max: number | null;
                    unit: string | null;
                };
                reason: string;
                forceMajeure: boolean;
                /** Format: date */
                askedOn: string;
                askedBy: string | null;
                outcome: ("accepted" | "refused") | null;
                decidedOn: string | null;
                decidedBy: string | null;
                decidedFor: string | null;
                document: string | null;
                decisionReason: string | null;
            }[];
            decisions: {
                decisionId: string;
                number: string;
                /** Format: date */
                decidedOn: string;
                issuerName: string;
                action: string;
                reason: string | null;
            }[];
            history: {
                /** @enum {string} */
                state: "draft" | "submitted" | "appraising" | "returned" | "withdrawn" | "rejected" | "approved" | "lapsed" | "assigned" | "in_progress" | "suspended" | "completion_reported" | "completed" | "not_completed" | "carried_over" | "terminated" | "evaluated" | "closed";
                action: string;
                /** Format: date */
                from: string;
                to: string | null;
                reason: string | null;
                /** Format: date-time */
                recordedAt: string;
            }[];
            guidance: {
                basis: {
                    ref: string;
                    number: string | null;
                    kind: string;
                    issuerName: string;
                    title: string;
                    issuedOn: string | null;
                }[];
                linked: {
                    ref: string;
                    number: string | null;
                    kind: string;
                    issuerName: string;
                    title: string;
                    issuedOn: string | null;
                }[];
            };
            continues: {
                code: string | null;
                title: string;
                year: number;
            } | null;
            continuesUnlinked: boolean;
            continuedBy: {
                code: string | null;
                title: string;
                year: number;
            }[];
            source: {
                id: string;
                citation: string;
                quote: string | null;
            } | null;
        };
        WorkRegisterAnswer: {
            id: string;
            ref: string;
            version: number;
        };
        WorkRegisterInput: {
            year: number;
            /** @enum {string} */
            ownerKind: "collective" | "individual";
            ownerHoldingId?: string | null;
            title: string;
            rationale?: string | null;
            baseline?: string | null;
            product?: string | null;
            resources?: string | null;
            risks?: string | null;
            requests?: string | null;
            proof?: string | null;
            minutesReference?: string | null;
            dueOn?: string | null;
            themeGroupId?: string | null;
            contentGroupIds?: string[] | null;
            supportingUnitIds?: string[] | null;
            continuesCode?: string | null;
            continuesUnlinked?: boolean | null;
            targets?: {
                measure?: string | null;
                unit?: string | null;
                operator?: ("eq" | "gte" | "lte" | "range" | "done") | null;
                value?: number | null;
                min?: number | null;
                max?: number | null;
                baseline?: number | null;
                /**
                 * @default committed
                 * @enum {string}
                 */
                modality?: "committed" | "aspirational" | "carry_out";
                exceptions?: string[] | null;
                recognitionRequired?: boolean | null;
                recognitionBy?: string | null;
                measureKey?: string | null;
            }[] | null;
            steps?: {
                name?: string | null;
                dueOn?: string | null;
            }[] | null;
        };
        WorkRemindAnswer: {
            id: string;
            ref: string;
        };
        WorkRemindInput: {
            version?: number;
            message?: string | null;
        };
        WorkReportAnswer: {
            id: string;
            ref: string;
            period: string;
            number: number;
        };
        WorkReportCompletionAnswer: {
            id: string;
            ref: string;
        };
        WorkReportCompletionInput: {
            version?: number;
            /** Format: date */
            workDoneOn: string;
            content: string;
        };
        WorkReportInput: {
            version?: number;
            /** @enum {string} */
            period: "q1" | "h1" | "m9" | "estimate" | "final";
            /** Format: date */
            reportedOn: string;
            content?: string | null;
            difficulties?: string | null;
            requests?: string | null;
            nextSteps?: string | null;
            finishesInYear?: boolean | null;
            reason?: string | null;
            values?: {
                /** Format: uuid */
                targetId: string;
                value?: number | null;
                done?: boolean | null;
                note?: string | null;
            }[] | null;
            steps?: {
                /** Format: uuid */
                stepId: string;
                doneOn?: string | null;
            }[] | null;
        };
        WorkResumeAnswer: {
            id: string;
            ref: string;
        };
        WorkResumeInput: {
            version?: number;
            reason?: string | null;
            document?: string | null;
        };
        WorkStartAnswer: {
            id: string;
            ref: string;
        };
        WorkStartInput: {
            version?: number;
            /** Format: date */
            startedOn: string;
        };
        WorkSubmitAnswer: {
            id: string;
            ref: string;
            code: string;
        };
        WorkSubmitInput: {
            version?: number;
        };
        WorkSuspendAnswer: {
            id: string;
            ref: string;
        };
        WorkSuspendInput: {
            version?: number;
            reason?: string | null;
            document?: string | null;
        };
        WorkWithdrawAnswer: {
            id: string;
            ref: string;
        };
        WorkWithdrawInput: {
            version?: number;
            reason?: string | null;
        };
        WorklistReadAnswer: {
            sections: {
                key: string;
                title: string;
                /** @enum {string} */
                kind: "task" | "watch";
                items: {
                    key: string;
                    title: string;
                    note: string;
                    dueOn: string | null;
                    since: string | null;
                    urgent: boolean;
                    illustrative: boolean;
                    page: string;
                }[];
                counts: {
                    label: string | null;
                    total: number;
                }[];
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "installation.move_day": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2022-06-30",
                 *       "returnTo": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["InstallationMoveDayInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "today": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["InstallationMoveDayAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "worklist.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sections": [
                     *         {
                     *           "key": "programme.kept_ratio",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "kind": "task",
                     *           "items": [
                     *             {
                     *               "key": "programme.kept_ratio",
                     *               "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *               "note": "Nội dung",
                     *               "dueOn": "2022-06-30",
                     *               "since": "2022-06-30",
                     *               "urgent": false,
                     *               "illustrative": false,
                     *               "page": "Nội dung"
                     *             }
                     *           ],
                     *           "counts": [
                     *             {
                     *               "label": "Nội dung",
                     *               "total": 1
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorklistReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "api_error.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "code": "2022-tuky-003",
                     *           "statuses": [
                     *             1
                     *           ],
                     *           "common": false,
                     *           "operations": [
                     *             "Nội dung"
                     *           ],
                     *           "vi": "Nội dung",
                     *           "en": "Nội dung"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiErrorListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "programme.summary": {
        parameters: {
            query?: {
                asOf?: string | null;
                unit?: string | null;
                subordinates?: boolean | null;
                ladder?: ("party" | "state" | "front" | "mass" | "enterprise") | null;
                outside?: string | null;
                ownerKind?: ("collective" | "individual") | null;
                tier?: ("province" | "direct" | "district" | "grassroots") | null;
                theme?: number | null;
                contentGroup?: string | null;
                illustrative?: ("include" | "exclude") | null;
            };
            header?: never;
            path: {
                /** @example Nội dung */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "name": "Cải cách thủ tục hành chính",
                     *       "status": "open",
                     *       "asOf": "2022-06-30",
                     *       "illustrative": "include",
                     *       "unit": "tu-ky",
                     *       "figures": {
                     *         "registered": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "notAssignedYet": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "assigned": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "inForce": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "onCourse": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "atRisk": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "late": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "silent": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "stale": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "finished": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "kept": {
                     *           "numerator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "denominator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "percent": 92.3
                     *         },
                     *         "firstKept": {
                     *           "numerator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "denominator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "percent": 92.3
                     *         }
                     *       },
                     *       "byState": [
                     *         {
                     *           "state": "draft",
                     *           "works": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           }
                     *         }
                     *       ],
                     *       "byTier": [
                     *         {
                     *           "tier": "province",
                     *           "figures": {
                     *             "registered": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "notAssignedYet": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "assigned": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "inForce": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "onCourse": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "atRisk": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "late": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "silent": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "stale": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "finished": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "kept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             },
                     *             "firstKept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             }
                     *           },
                     *           "byOwnerKind": [
                     *             {
                     *               "ownerKind": "collective",
                     *               "figures": {
                     *                 "registered": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "notAssignedYet": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "assigned": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "inForce": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "onCourse": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "atRisk": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "late": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "silent": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "stale": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "finished": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "kept": {
                     *                   "numerator": {
                     *                     "count": 1,
                     *                     "works": "Nội dung"
                     *                   },
                     *                   "denominator": {
                     *                     "count": 1,
                     *                     "works": "Nội dung"
                     *                   },
                     *                   "percent": 92.3
                     *                 },
                     *                 "firstKept": {
                     *                   "numerator": {
                     *                     "count": 1,
                     *                     "works": "Nội dung"
                     *                   },
                     *                   "denominator": {
                     *                     "count": 1,
                     *                     "works": "Nội dung"
                     *                   },
                     *                   "percent": 92.3
                     *                 }
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "byOwnerKind": [
                     *         {
                     *           "ownerKind": "collective",
                     *           "figures": {
                     *             "registered": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "notAssignedYet": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "assigned": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "inForce": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "onCourse": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "atRisk": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "late": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "silent": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "stale": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "finished": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "kept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             },
                     *             "firstKept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "byTheme": [
                     *         {
                     *           "theme": 1,
                     *           "headline": "Nội dung",
                     *           "figures": {
                     *             "registered": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "notAssignedYet": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "assigned": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "inForce": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "onCourse": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "atRisk": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "late": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "silent": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "stale": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "finished": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "kept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             },
                     *             "firstKept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "byContentGroup": [
                     *         {
                     *           "unit": "tu-ky",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "ord": 1,
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "figures": {
                     *             "registered": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "notAssignedYet": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "assigned": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "inForce": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "onCourse": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "atRisk": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "late": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "silent": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "stale": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "finished": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "kept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             },
                     *             "firstKept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "byUnit": {
                     *         "unit": "tu-ky",
                     *         "ladder": "party",
                     *         "rows": [
                     *           {
                     *             "unit": "tu-ky",
                     *             "name": "Cải cách thủ tục hành chính",
                     *             "part": "below",
                     *             "owed": 1,
                     *             "figures": {
                     *               "registered": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "notAssignedYet": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "assigned": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "inForce": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "onCourse": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "atRisk": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "late": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "silent": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "stale": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "finished": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "kept": {
                     *                 "numerator": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "denominator": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "percent": 92.3
                     *               },
                     *               "firstKept": {
                     *                 "numerator": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "denominator": {
                     *                   "count": 1,
                     *                   "works": "Nội dung"
                     *                 },
                     *                 "percent": 92.3
                     *               }
                     *             }
                     *           }
                     *         ],
                     *         "more": 1
                     *       },
                     *       "debts": [
                     *         {
                     *           "code": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "unit": "tu-ky",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "holderName": "Nguyễn Văn An",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "signals": [
                     *             "late"
                     *           ],
                     *           "since": "2022-06-30",
                     *           "days": 1,
                     *           "illustrative": false
                     *         }
                     *       ],
                     *       "claims": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "label": "Nội dung",
                     *           "published": 1,
                     *           "register": 1,
                     *           "deviation": 1,
                     *           "verdict": "agrees",
                     *           "works": "Nội dung",
                     *           "statedBy": "Nội dung",
                     *           "assumption": "Nội dung",
                     *           "sourceQuote": "Nội dung"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeSummaryAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "programme.summary_by_unit": {
        parameters: {
            query?: {
                asOf?: string | null;
                unit?: string | null;
                subordinates?: boolean | null;
                ladder?: ("party" | "state" | "front" | "mass" | "enterprise") | null;
                outside?: string | null;
                ownerKind?: ("collective" | "individual") | null;
                tier?: ("province" | "direct" | "district" | "grassroots") | null;
                theme?: number | null;
                contentGroup?: string | null;
                illustrative?: ("include" | "exclude") | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                /** @example Nội dung */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "ladder": "party",
                     *       "figures": {
                     *         "registered": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "notAssignedYet": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "assigned": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "inForce": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "onCourse": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "atRisk": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "late": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "silent": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "stale": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "finished": {
                     *           "count": 1,
                     *           "works": "Nội dung"
                     *         },
                     *         "kept": {
                     *           "numerator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "denominator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "percent": 92.3
                     *         },
                     *         "firstKept": {
                     *           "numerator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "denominator": {
                     *             "count": 1,
                     *             "works": "Nội dung"
                     *           },
                     *           "percent": 92.3
                     *         }
                     *       },
                     *       "items": [
                     *         {
                     *           "unit": "tu-ky",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "part": "below",
                     *           "owed": 1,
                     *           "figures": {
                     *             "registered": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "notAssignedYet": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "assigned": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "inForce": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "onCourse": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "atRisk": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "late": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "silent": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "stale": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "finished": {
                     *               "count": 1,
                     *               "works": "Nội dung"
                     *             },
                     *             "kept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             },
                     *             "firstKept": {
                     *               "numerator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "denominator": {
                     *                 "count": 1,
                     *                 "works": "Nội dung"
                     *               },
                     *               "percent": 92.3
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeSummaryByUnitAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.list": {
        parameters: {
            query?: {
                year?: number | null;
                asOf?: string | null;
                q?: string | null;
                state?: string | null;
                standing?: ("registered" | "not_assigned_yet" | "assigned" | "in_force" | "finished" | "otherwise") | null;
                signal?: ("on_course" | "attention" | "at_risk" | "late" | "silent" | "stale") | null;
                promise?: ("due" | "kept" | "awaiting" | "done_late" | "missed" | "broken" | "left" | "accepted" | "on_time" | "first_due" | "first_kept" | "first_broken" | "first_on_time") | null;
                reporting?: ("due" | "silent" | "backdated") | null;
                from?: string | null;
                dueTo?: string | null;
                ownerKind?: ("collective" | "individual") | null;
                tier?: ("province" | "direct" | "district" | "grassroots") | null;
                theme?: number | null;
                contentGroup?: string | null;
                unit?: string | null;
                subordinates?: boolean | null;
                ladder?: ("party" | "state" | "front" | "mass" | "enterprise") | null;
                outside?: string | null;
                assigner?: string | null;
                managing?: string | null;
                ownerUnitKind?: string | null;
                relation?: ("mine" | "given_out" | "to_judge") | null;
                waiting?: ("report" | "open_appraisal" | "appraise" | "decide" | "assign" | "judge_evidence" | "check_completion" | "decide_completion" | "decide_adjustment") | null;
                illustrative?: ("include" | "exclude") | null;
                sort?: ("due" | "-due" | "code" | "-code" | "title" | "-title" | "unit" | "-unit" | "state" | "-state" | "theme" | "-theme") | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "code": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "owner": {
                     *             "kind": "collective",
                     *             "unit": "tu-ky",
                     *             "unitName": "Huyện ủy Tứ Kỳ",
                     *             "holderName": "Nguyễn Văn An",
                     *             "postTitle": "Bí thư Huyện ủy"
                     *           },
                     *           "tier": "province",
                     *           "theme": {
                     *             "ord": 1,
                     *             "headline": "Nội dung"
                     *           },
                     *           "state": "draft",
                     *           "stateSince": "2022-06-30",
                     *           "signals": [
                     *             "late"
                     *           ],
                     *           "dueOn": "2022-06-30",
                     *           "assignerName": "Nội dung",
                     *           "illustrative": false,
                     *           "firstDueOn": "2022-06-30",
                     *           "progress": {
                     *             "targets": 1,
                     *             "live": 1,
                     *             "claimed": 1,
                     *             "confirmed": 1
                     *           }
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.register": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2022,
                 *       "ownerKind": "collective",
                 *       "ownerHoldingId": "01900000-0000-7000-8000-000000000001",
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "rationale": "Nội dung",
                 *       "baseline": "Nội dung",
                 *       "product": "Nội dung",
                 *       "resources": "Nội dung",
                 *       "risks": "Nội dung",
                 *       "requests": "Nội dung",
                 *       "proof": "Nội dung",
                 *       "minutesReference": "Nội dung",
                 *       "dueOn": "2022-06-30",
                 *       "themeGroupId": "01900000-0000-7000-8000-000000000001",
                 *       "contentGroupIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "supportingUnitIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "continuesCode": "Nội dung",
                 *       "continuesUnlinked": false,
                 *       "targets": [
                 *         {
                 *           "measure": "Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày",
                 *           "unit": "tu-ky",
                 *           "operator": "eq",
                 *           "value": 98.9,
                 *           "min": 1,
                 *           "max": 1,
                 *           "baseline": 1,
                 *           "modality": "committed",
                 *           "exceptions": [
                 *             "Nội dung"
                 *           ],
                 *           "recognitionRequired": false,
                 *           "recognitionBy": "Nội dung",
                 *           "measureKey": "Nội dung"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "name": "Cải cách thủ tục hành chính",
                 *           "dueOn": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkRegisterInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRegisterAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.read": {
        parameters: {
            query?: {
                asOf?: string | null;
            };
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "code": "2022-tuky-003",
                     *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *       "owner": {
                     *         "kind": "collective",
                     *         "unit": "tu-ky",
                     *         "unitName": "Huyện ủy Tứ Kỳ",
                     *         "holderName": "Nguyễn Văn An",
                     *         "postTitle": "Bí thư Huyện ủy"
                     *       },
                     *       "tier": "province",
                     *       "theme": {
                     *         "ord": 1,
                     *         "headline": "Nội dung"
                     *       },
                     *       "state": "draft",
                     *       "stateSince": "2022-06-30",
                     *       "signals": [
                     *         "late"
                     *       ],
                     *       "dueOn": "2022-06-30",
                     *       "assignerName": "Nội dung",
                     *       "illustrative": false,
                     *       "version": 3,
                     *       "asOf": "2022-06-30",
                     *       "year": 2022,
                     *       "firstDueOn": "2022-06-30",
                     *       "assignedOn": "2022-06-30",
                     *       "workDoneOn": "2022-06-30",
                     *       "acceptedOn": "2022-06-30",
                     *       "texts": {
                     *         "rationale": "Nội dung",
                     *         "baseline": "Nội dung",
                     *         "product": "Nội dung",
                     *         "resources": "Nội dung",
                     *         "risks": "Nội dung",
                     *         "requests": "Nội dung",
                     *         "proof": "Nội dung",
                     *         "minutesReference": "Nội dung"
                     *       },
                     *       "contentGroups": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "unit": "tu-ky",
                     *           "ord": 1,
                     *           "name": "Cải cách thủ tục hành chính"
                     *         }
                     *       ],
                     *       "supportingUnits": [
                     *         {
                     *           "code": "2022-tuky-003",
                     *           "name": "Cải cách thủ tục hành chính"
                     *         }
                     *       ],
                     *       "targets": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "measure": "Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày",
                     *           "unit": "tu-ky",
                     *           "goal": {
                     *             "operator": "eq",
                     *             "value": 98.9,
                     *             "min": 1,
                     *             "max": 1
                     *           },
                     *           "modality": "committed",
                     *           "exceptions": [
                     *             "Nội dung"
                     *           ],
                     *           "recognitionRequired": false,
                     *           "recognitionBy": "Nội dung",
                     *           "measureKey": "Nội dung",
                     *           "claimed": 1,
                     *           "confirmed": 1,
                     *           "met": "met",
                     *           "basis": "Nội dung",
                     *           "live": {
                     *             "numerator": 1,
                     *             "denominator": 1
                     *           },
                     *           "course": {
                     *             "planned": [
                     *               {
                     *                 "on": "2022-06-30",
                     *                 "value": 98.9
                     *               }
                     *             ],
                     *             "claimed": [
                     *               {
                     *                 "on": "2022-06-30",
                     *                 "value": 98.9
                     *               }
                     *             ],
                     *             "confirmed": [
                     *               {
                     *                 "on": "2022-06-30",
                     *                 "value": 98.9
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "ord": 1,
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "dueOn": "2022-06-30",
                     *           "doneOn": "2022-06-30"
                     *         }
                     *       ],
                     *       "reports": [
                     *         {
                     *           "period": "q1",
                     *           "number": 1,
                     *           "current": false,
                     *           "reportedOn": "2022-06-30",
                     *           "sentOn": "2022-06-30",
                     *           "content": "Đã giải quyết 1.234 hồ sơ, 98,9 % trong 10 ngày.",
                     *           "difficulties": "Nội dung",
                     *           "requests": "Nội dung",
                     *           "nextSteps": "Nội dung",
                     *           "finishesInYear": false,
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "values": [
                     *             {
                     *               "targetId": "01900000-0000-7000-8000-000000000001",
                     *               "value": 98.9,
                     *               "note": "Nội dung"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "evidence": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "targetId": "01900000-0000-7000-8000-000000000001",
                     *           "kind": "Nội dung",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "note": "Nội dung",
                     *           "value": 98.9,
                     *           "state": "offered",
                     *           "effectiveOn": "2022-06-30",
                     *           "offeredBy": "Nội dung",
                     *           "decidedOn": "2022-06-30",
                     *           "decidedBy": "Nội dung",
                     *           "decidedFor": "Nội dung",
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "replacesId": "01900000-0000-7000-8000-000000000001",
                     *           "file": {
                     *             "fileName": "bao-cao.pdf",
                     *             "sizeBytes": 1,
                     *             "addedOn": "2022-06-30"
                     *           },
                     *           "recognition": {
                     *             "authority": "Nội dung",
                     *             "competence": "Nội dung",
                     *             "number": "950-QĐ/TU",
                     *             "recognisedOn": "2022-06-30",
                     *             "validUntil": "2022-06-30",
                     *             "quantity": 1
                     *           }
                     *         }
                     *       ],
                     *       "appraisals": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "workVersion": 1,
                     *           "openedOn": "2022-06-30",
                     *           "concludedOn": "2022-06-30",
                     *           "by": "Nội dung",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "forUnitName": "Nội dung",
                     *           "scores": {},
                     *           "comment": "Nội dung",
                     *           "outcome": "approve"
                     *         }
                     *       ],
                     *       "completions": [
                     *         {
                     *           "number": 1,
                     *           "reportedOn": "2022-06-30",
                     *           "workDoneOn": "2022-06-30",
                     *           "content": "Đã giải quyết 1.234 hồ sơ, 98,9 % trong 10 ngày.",
                     *           "by": "Nội dung",
                     *           "checkedOn": "2022-06-30",
                     *           "checkedBy": "Nội dung",
                     *           "checkComment": "Nội dung",
                     *           "outcome": "accepted",
                     *           "decidedOn": "2022-06-30",
                     *           "decidedBy": "Nội dung",
                     *           "decidedFor": "Nội dung",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *           "reason": "Bổ sung số liệu cơ sở."
                     *         }
                     *       ],
                     *       "adjustments": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "kind": "due_on",
                     *           "targetId": "01900000-0000-7000-8000-000000000001",
                     *           "before": {
                     *             "dueOn": "2022-06-30",
                     *             "operator": "eq",
                     *             "value": 98.9,
                     *             "min": 1,
                     *             "max": 1,
                     *             "unit": "tu-ky"
                     *           },
                     *           "after": {
                     *             "dueOn": "2022-06-30",
                     *             "operator": "eq",
                     *             "value": 98.9,
                     *             "min": 1,
                     *             "max": 1,
                     *             "unit": "tu-ky"
                     *           },
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "forceMajeure": false,
                     *           "askedOn": "2022-06-30",
                     *           "askedBy": "Nội dung",
                     *           "outcome": "accepted",
                     *           "decidedOn": "2022-06-30",
                     *           "decidedBy": "Nội dung",
                     *           "decidedFor": "Nội dung",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *           "decisionReason": "Nội dung"
                     *         }
                     *       ],
                     *       "decisions": [
                     *         {
                     *           "decisionId": "01900000-0000-7000-8000-000000000001",
                     *           "number": "950-QĐ/TU",
                     *           "decidedOn": "2022-06-30",
                     *           "issuerName": "Nội dung",
                     *           "action": "Nội dung",
                     *           "reason": "Bổ sung số liệu cơ sở."
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "state": "draft",
                     *           "action": "Nội dung",
                     *           "from": "2022-06-30",
                     *           "to": "2022-06-30",
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "recordedAt": "2022-05-18T03:04:05.678Z"
                     *         }
                     *       ],
                     *       "guidance": {
                     *         "basis": [
                     *           {
                     *             "ref": "2022-tuky-003",
                     *             "number": "950-QĐ/TU",
                     *             "kind": "Nội dung",
                     *             "issuerName": "Nội dung",
                     *             "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *             "issuedOn": "2022-06-30"
                     *           }
                     *         ],
                     *         "linked": [
                     *           {
                     *             "ref": "2022-tuky-003",
                     *             "number": "950-QĐ/TU",
                     *             "kind": "Nội dung",
                     *             "issuerName": "Nội dung",
                     *             "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *             "issuedOn": "2022-06-30"
                     *           }
                     *         ]
                     *       },
                     *       "continues": {
                     *         "code": "2022-tuky-003",
                     *         "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *         "year": 2022
                     *       },
                     *       "continuesUnlinked": false,
                     *       "continuedBy": [
                     *         {
                     *           "code": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "year": 2022
                     *         }
                     *       ],
                     *       "source": {
                     *         "id": "01900000-0000-7000-8000-000000000001",
                     *         "citation": "Nội dung",
                     *         "quote": "Nội dung"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WorkReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.edit": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "rationale": "Nội dung",
                 *       "baseline": "Nội dung",
                 *       "product": "Nội dung",
                 *       "resources": "Nội dung",
                 *       "risks": "Nội dung",
                 *       "requests": "Nội dung",
                 *       "proof": "Nội dung",
                 *       "minutesReference": "Nội dung",
                 *       "dueOn": "2022-06-30",
                 *       "themeGroupId": "01900000-0000-7000-8000-000000000001",
                 *       "contentGroupIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "supportingUnitIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "continuesCode": "Nội dung",
                 *       "continuesUnlinked": false,
                 *       "targets": [
                 *         {
                 *           "measure": "Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày",
                 *           "unit": "tu-ky",
                 *           "operator": "eq",
                 *           "value": 98.9,
                 *           "min": 1,
                 *           "max": 1,
                 *           "baseline": 1,
                 *           "modality": "committed",
                 *           "exceptions": [
                 *             "Nội dung"
                 *           ],
                 *           "recognitionRequired": false,
                 *           "recognitionBy": "Nội dung",
                 *           "measureKey": "Nội dung"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "name": "Cải cách thủ tục hành chính",
                 *           "dueOn": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkEditInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WorkEditAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.history": {
        parameters: {
            query?: {
                asOf?: string | null;
                knownAt?: (string) | null;
            };
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "passages": [
                     *         {
                     *           "state": "draft",
                     *           "action": "Nội dung",
                     *           "from": "2022-06-30",
                     *           "to": "2022-06-30",
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *           "bodyName": "Nội dung",
                     *           "inStead": "Nội dung",
                     *           "recordedAt": "2022-05-18T03:04:05.678Z"
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "number": 1,
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "effectiveOn": "2022-06-30",
                     *           "recordedAt": "2022-05-18T03:04:05.678Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkHistoryAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.list": {
        parameters: {
            query?: {
                asOf?: string | null;
                q?: string | null;
                system?: ("party" | "state" | "front" | "mass" | "enterprise") | null;
                level?: ("central" | "province" | "direct" | "district" | "grassroots") | null;
                illustrative?: ("include" | "exclude") | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2022-06-30",
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "code": "2022-tuky-003",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "shortName": "Nội dung",
                     *           "system": "party",
                     *           "level": "central",
                     *           "kind": "Nội dung",
                     *           "place": "Nội dung",
                     *           "validFrom": "2022-06-30",
                     *           "validTo": "2022-06-30",
                     *           "illustrative": false,
                     *           "parents": [
                     *             {
                     *               "system": "party",
                     *               "code": "2022-tuky-003",
                     *               "name": "Cải cách thủ tục hành chính"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.found": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "2022-tuky-003",
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "shortName": "Nội dung",
                 *       "system": "party",
                 *       "level": "central",
                 *       "kind": "Nội dung",
                 *       "place": "Nội dung",
                 *       "actsForId": "01900000-0000-7000-8000-000000000001",
                 *       "validFrom": "2022-06-30",
                 *       "foundingDocument": "Nội dung",
                 *       "parents": [
                 *         {
                 *           "system": "party",
                 *           "parentId": "01900000-0000-7000-8000-000000000001"
                 *         }
                 *       ],
                 *       "paperKind": "decision",
                 *       "paperIssuedOn": "2022-06-30",
                 *       "paperIssuer": "Nội dung",
                 *       "paperFile": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UnitFoundInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitFoundAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "measure.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "programme.kept_ratio",
                     *           "label": "Nội dung",
                     *           "unit": "%",
                     *           "good": "up"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "measure.read": {
        parameters: {
            query?: {
                unit?: string | null;
                subordinates?: boolean | null;
                from?: string | null;
                asOf?: string | null;
                illustrative?: ("include" | "exclude") | null;
                part?: string | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                /** @example programme.kept_ratio */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "programme.kept_ratio",
                     *       "label": "Nội dung",
                     *       "unit": "%",
                     *       "good": "up",
                     *       "asOf": "2022-06-30",
                     *       "numerator": 1,
                     *       "denominator": 1,
                     *       "exclusions": [
                     *         {
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "value": 98.9,
                     *       "items": [
                     *         {
                     *           "label": "Nội dung",
                     *           "href": "Nội dung",
                     *           "note": "Nội dung"
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["MeasureReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.list": {
        parameters: {
            query?: {
                year?: number | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "number": "950-QĐ/TU",
                     *           "decidedOn": "2022-06-30",
                     *           "year": 2022,
                     *           "format": "party",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "issuer": "tinh-uy",
                     *           "issuerName": "Nội dung",
                     *           "illustrative": false,
                     *           "works": 1,
                     *           "hidden": 1,
                     *           "parts": {
                     *             "assign": 1,
                     *             "approve": 1,
                     *             "add": 1,
                     *             "return": 1,
                     *             "reject": 1,
                     *             "drop": 1
                     *           }
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.record": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2022,
                 *       "issuer": "tinh-uy",
                 *       "number": "950-QĐ/TU",
                 *       "decidedOn": "2022-06-30",
                 *       "format": "party",
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "uploadId": "01900000-0000-7000-8000-000000000001",
                 *       "items": [
                 *         {
                 *           "ref": "2022-tuky-003",
                 *           "action": "approve",
                 *           "reason": "Bổ sung số liệu cơ sở.",
                 *           "returnBy": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecisionRecordInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisionId": "01900000-0000-7000-8000-000000000001",
                     *       "number": "950-QĐ/TU",
                     *       "decidedOn": "Nội dung",
                     *       "works": 1,
                     *       "assigned": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionRecordAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.read": {
        parameters: {
            query?: {
                part?: ("assign" | "approve" | "add" | "return" | "reject" | "drop") | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "number": "950-QĐ/TU",
                     *       "decidedOn": "2022-06-30",
                     *       "year": 2022,
                     *       "format": "party",
                     *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *       "issuer": "tinh-uy",
                     *       "issuerName": "Nội dung",
                     *       "illustrative": false,
                     *       "works": 1,
                     *       "hidden": 1,
                     *       "parts": {
                     *         "assign": 1,
                     *         "approve": 1,
                     *         "add": 1,
                     *         "return": 1,
                     *         "reject": 1,
                     *         "drop": 1
                     *       },
                     *       "file": {
                     *         "fileName": "bao-cao.pdf",
                     *         "sizeBytes": 1
                     *       },
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "code": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "owner": {
                     *             "kind": "collective",
                     *             "unit": "tu-ky",
                     *             "unitName": "Huyện ủy Tứ Kỳ",
                     *             "holderName": "Nguyễn Văn An",
                     *             "postTitle": "Bí thư Huyện ủy"
                     *           },
                     *           "parts": [
                     *             "assign"
                     *           ],
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "returnBy": "2022-06-30",
                     *           "targets": [
                     *             {
                     *               "measure": "Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày",
                     *               "unit": "tu-ky",
                     *               "goal": {
                     *                 "operator": "eq",
                     *                 "value": 98.9,
                     *                 "min": 1,
                     *                 "max": 1
                     *               },
                     *               "exceptions": [
                     *                 "Nội dung"
                     *               ],
                     *               "recognitionRequired": false
                     *             }
                     *           ],
                     *           "dueOn": "2022-06-30",
                     *           "state": "draft",
                     *           "illustrative": false
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "programme.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "year": 2022,
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "unit": "tu-ky",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "status": "open"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "programme.open": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2022,
                 *       "unit": "tu-ky",
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "completionRule": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["ProgrammeOpenInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "version": 3,
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeOpenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "programme.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example Nội dung */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "name": "Cải cách thủ tục hành chính",
                     *       "unit": "tu-ky",
                     *       "unitName": "Huyện ủy Tứ Kỳ",
                     *       "status": "open",
                     *       "version": 3,
                     *       "windows": [
                     *         {
                     *           "tier": "province",
                     *           "opensOn": "2022-06-30",
                     *           "closesOn": "2022-06-30"
                     *         }
                     *       ],
                     *       "periods": [
                     *         {
                     *           "key": "q1",
                     *           "dataClosesOn": "2022-06-30",
                     *           "dueOn": "2022-06-30"
                     *         }
                     *       ],
                     *       "themes": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "ord": 1,
                     *           "headline": "Nội dung",
                     *           "parts": [
                     *             "Nội dung"
                     *           ]
                     *         }
                     *       ],
                     *       "contentGroups": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "unit": "tu-ky",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "ord": 1,
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "refersToYear": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit_policy.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "key": "one_person_completion",
                     *           "allowed": false,
                     *           "fromOn": "2022-06-30",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UnitPolicyListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit_policy.record": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "unit": "tu-ky",
                 *       "key": "one_person_completion",
                 *       "allowed": "yes",
                 *       "fromOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["UnitPolicyRecordInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "unit": "tu-ky",
                     *       "key": "programme.kept_ratio",
                     *       "allowed": "yes",
                     *       "fromOn": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitPolicyRecordAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "submit",
                     *           "open": false,
                     *           "blockers": [
                     *             {
                     *               "code": "2022-tuky-003",
                     *               "detail": "Hãy điền ô này.",
                     *               "field": "Nội dung",
                     *               "params": {}
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkActsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "appraisal.queue": {
        parameters: {
            query: {
                part: "to_open" | "to_conclude" | "to_decide";
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "version": 3,
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "holderName": "Nguyễn Văn An",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "since": "2022-06-30",
                     *           "dueOn": "2022-06-30",
                     *           "openDuplicates": 1,
                     *           "proposal": "approve",
                     *           "illustrative": false
                     *         }
                     *       ],
                     *       "counts": {
                     *         "to_open": 1,
                     *         "to_conclude": 1,
                     *         "to_decide": 1
                     *       },
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AppraisalQueueAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "bulk_act.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "act": "open_appraisal",
                     *       "results": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "version": 3,
                     *           "blockers": [
                     *             {
                     *               "code": "2022-tuky-003",
                     *               "detail": "Hãy điền ô này.",
                     *               "field": "Nội dung",
                     *               "params": {}
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkActReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence.read_file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence.add_file": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "uploadId": "01900000-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceAddFileInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["EvidenceAddFileAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.read_file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.add_file": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uploadId": "01900000-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["DecisionAddFileInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisionId": "01900000-0000-7000-8000-000000000001",
                     *       "number": "950-QĐ/TU"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionAddFileAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "guidance.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "number": "950-QĐ/TU",
                     *           "kind": "Nội dung",
                     *           "issuerName": "Nội dung",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "issuedOn": "2022-06-30"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GuidanceListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "guidance.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ref": "2022-tuky-003",
                     *       "number": "950-QĐ/TU",
                     *       "kind": "Nội dung",
                     *       "issuerName": "Nội dung",
                     *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *       "issuedOn": "2022-06-30",
                     *       "continues": {
                     *         "ref": "2022-tuky-003",
                     *         "number": "950-QĐ/TU",
                     *         "kind": "Nội dung",
                     *         "issuerName": "Nội dung",
                     *         "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *         "issuedOn": "2022-06-30"
                     *       },
                     *       "continuedBy": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "number": "950-QĐ/TU",
                     *           "kind": "Nội dung",
                     *           "issuerName": "Nội dung",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "issuedOn": "2022-06-30"
                     *         }
                     *       ],
                     *       "programmes": [
                     *         {
                     *           "year": 2022,
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "unit": "tu-ky",
                     *           "role": "basis"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["GuidanceReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "press.list": {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sources": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "author": "Nội dung",
                     *           "publishedOn": "2022-06-30",
                     *           "citation": "Nội dung"
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "kind": "statement",
                     *           "text": "Nội dung",
                     *           "quote": "Nội dung"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PressListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "file.upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "file": "%PDF-1.7 ..."
                 *     }
                 */
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadId": "01900000-0000-7000-8000-000000000001",
                     *       "fileName": "bao-cao.pdf",
                     *       "mediaType": "application/pdf",
                     *       "sizeBytes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FileUploadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.submit": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3
                 *     }
                 */
                "application/json": components["schemas"]["WorkSubmitInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "code": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkSubmitAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.withdraw": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["WorkWithdrawInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkWithdrawAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.open_appraisal": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3
                 *     }
                 */
                "application/json": components["schemas"]["WorkOpenAppraisalInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkOpenAppraisalAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.appraise": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "scores": {
                 *         "fits_theme": 1,
                 *         "breakthrough": 1,
                 *         "specific": 1,
                 *         "finishable": 1,
                 *         "within_power": 1,
                 *         "resources": 1,
                 *         "not_duplicate": 1,
                 *         "proof_defined": 1,
                 *         "no_secret": 1
                 *       },
                 *       "comment": "Nội dung",
                 *       "outcome": "approve"
                 *     }
                 */
                "application/json": components["schemas"]["WorkAppraiseInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkAppraiseAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.dismiss_duplicate": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "otherCode": "Nội dung",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["WorkDismissDuplicateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkDismissDuplicateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "decision.assign": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2022,
                 *       "issuer": "tinh-uy",
                 *       "number": "950-QĐ/TU",
                 *       "decidedOn": "2022-06-30",
                 *       "format": "party",
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "uploadId": "01900000-0000-7000-8000-000000000001",
                 *       "works": [
                 *         "Nội dung"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecisionAssignInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisionId": "01900000-0000-7000-8000-000000000001",
                     *       "number": "950-QĐ/TU",
                     *       "assigned": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionAssignAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.add": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2022,
                 *       "issuer": "tinh-uy",
                 *       "number": "950-QĐ/TU",
                 *       "decidedOn": "2022-06-30",
                 *       "format": "party",
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "uploadId": "01900000-0000-7000-8000-000000000001",
                 *       "ownerKind": "collective",
                 *       "ownerUnit": "Nội dung",
                 *       "ownerHoldingId": "01900000-0000-7000-8000-000000000001",
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "assign": false,
                 *       "rationale": "Nội dung",
                 *       "baseline": "Nội dung",
                 *       "product": "Nội dung",
                 *       "resources": "Nội dung",
                 *       "risks": "Nội dung",
                 *       "requests": "Nội dung",
                 *       "proof": "Nội dung",
                 *       "minutesReference": "Nội dung",
                 *       "dueOn": "2022-06-30",
                 *       "themeGroupId": "01900000-0000-7000-8000-000000000001",
                 *       "contentGroupIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "supportingUnitIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "continuesCode": "Nội dung",
                 *       "continuesUnlinked": false,
                 *       "targets": [
                 *         {
                 *           "measure": "Tỷ lệ hồ sơ đất đai giải quyết trong 10 ngày",
                 *           "unit": "tu-ky",
                 *           "operator": "eq",
                 *           "value": 98.9,
                 *           "min": 1,
                 *           "max": 1,
                 *           "baseline": 1,
                 *           "modality": "committed",
                 *           "exceptions": [
                 *             "Nội dung"
                 *           ],
                 *           "recognitionRequired": false,
                 *           "recognitionBy": "Nội dung",
                 *           "measureKey": "Nội dung"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "name": "Cải cách thủ tục hành chính",
                 *           "dueOn": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkAddInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "code": "2022-tuky-003",
                     *       "decisionId": "01900000-0000-7000-8000-000000000001",
                     *       "state": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkAddAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.act_on_many": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "open_appraisal",
                 *       "works": [
                 *         {
                 *           "ref": "2022-tuky-003",
                 *           "version": 3
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkActOnManyInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "act": "open_appraisal",
                     *       "done": 1,
                     *       "refused": 1,
                     *       "results": [
                     *         {
                     *           "ref": "2022-tuky-003",
                     *           "reasons": [
                     *             {
                     *               "code": "2022-tuky-003",
                     *               "params": {}
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorkActOnManyAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.start": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "startedOn": "2022-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["WorkStartInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkStartAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.report": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "period": "q1",
                 *       "reportedOn": "2022-06-30",
                 *       "content": "Đã giải quyết 1.234 hồ sơ, 98,9 % trong 10 ngày.",
                 *       "difficulties": "Nội dung",
                 *       "requests": "Nội dung",
                 *       "nextSteps": "Nội dung",
                 *       "finishesInYear": false,
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "values": [
                 *         {
                 *           "targetId": "01900000-0000-7000-8000-000000000001",
                 *           "value": 98.9,
                 *           "done": false,
                 *           "note": "Nội dung"
                 *         }
                 *       ],
                 *       "steps": [
                 *         {
                 *           "stepId": "01900000-0000-7000-8000-000000000001",
                 *           "doneOn": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WorkReportInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "period": "Nội dung",
                     *       "number": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WorkReportAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence.offer": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "kind": "document",
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "targetId": "01900000-0000-7000-8000-000000000001",
                 *       "value": 98.9,
                 *       "done": false,
                 *       "note": "Nội dung",
                 *       "effectiveOn": "2022-06-30",
                 *       "uploadId": "01900000-0000-7000-8000-000000000001",
                 *       "replacesId": "01900000-0000-7000-8000-000000000001",
                 *       "recognition": {
                 *         "authority": "Nội dung",
                 *         "competence": "Nội dung",
                 *         "number": "950-QĐ/TU",
                 *         "recognisedOn": "2022-06-30",
                 *         "validUntil": "2022-06-30",
                 *         "quantity": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceOfferInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["EvidenceOfferAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "evidence.judge": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "accept",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["EvidenceJudgeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "state": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["EvidenceJudgeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.remind": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "message": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["WorkRemindInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkRemindAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.suspend": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["WorkSuspendInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkSuspendAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.resume": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["WorkResumeInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkResumeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "adjustment.ask": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "newDueOn": "2022-06-30",
                 *       "targetId": "01900000-0000-7000-8000-000000000001",
                 *       "operator": "eq",
                 *       "value": 98.9,
                 *       "min": 1,
                 *       "max": 1,
                 *       "unit": "tu-ky",
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "forceMajeure": false
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentAskInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["AdjustmentAskAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "adjustment.decide": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "outcome": "accepted",
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentDecideInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "outcome": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AdjustmentDecideAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.report_completion": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "workDoneOn": "2022-06-30",
                 *       "content": "Đã giải quyết 1.234 hồ sơ, 98,9 % trong 10 ngày."
                 *     }
                 */
                "application/json": components["schemas"]["WorkReportCompletionInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkReportCompletionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.check_completion": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "comment": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["WorkCheckCompletionInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkCheckCompletionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "work.decide_completion": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "outcome": "accept",
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["WorkDecideCompletionInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003",
                     *       "outcome": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["WorkDecideCompletionAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "window.save": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example Nội dung */
                year: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "windows": [
                 *         {
                 *           "tier": "province",
                 *           "opensOn": "2022-06-30",
                 *           "closesOn": "2022-06-30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WindowSaveInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WindowSaveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "theme.save": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example Nội dung */
                year: string;
                /** @example Nội dung */
                ord: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "headline": "Nội dung",
                 *       "parts": [
                 *         "Nội dung"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ThemeSaveInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "version": 3,
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ord": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ThemeSaveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "content_group.save": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example Nội dung */
                year: string;
                /** @example tu-ky */
                unit: string;
                /** @example Nội dung */
                ord: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "refersToYear": 2000
                 *     }
                 */
                "application/json": components["schemas"]["ContentGroupSaveInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2022,
                     *       "version": 3,
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "unit": "tu-ky",
                     *       "ord": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ContentGroupSaveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "comment.list": {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "text": "Nội dung",
                     *           "personName": "Nguyễn Văn An",
                     *           "bodyName": "Nội dung",
                     *           "recordedAt": "2022-05-18T03:04:05.678Z",
                     *           "named": [
                     *             "Nội dung"
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["CommentListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "comment.add": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Nội dung",
                 *       "named": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CommentAddInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["CommentAddAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "comment.withdraw": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                ref: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                commentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "ref": "2022-tuky-003"
                     *     }
                     */
                    "application/json": components["schemas"]["CommentWithdrawAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "news.list": {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "kind": "Nội dung",
                     *           "subjectKind": "Nội dung",
                     *           "ref": "2022-tuky-003",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "createdAt": "2022-05-18T03:04:05.678Z",
                     *           "isRead": false,
                     *           "illustrative": false
                     *         }
                     *       ],
                     *       "unread": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["NewsListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "news.read": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "01900000-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["NewsReadInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "read": 1
                     *     }
                     */
                    "application/json": components["schemas"]["NewsReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "filter.list": {
        parameters: {
            query?: {
                list?: "programme.work" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "list": "Nội dung",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "version": 3,
                     *           "query": "Nội dung",
                     *           "sharing": "own",
                     *           "isOwn": false,
                     *           "by": "Nội dung",
                     *           "unitName": "Huyện ủy Tứ Kỳ"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FilterListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "filter.save": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "list": "programme.work",
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "query": "Nội dung",
                 *       "sharing": "own"
                 *     }
                 */
                "application/json": components["schemas"]["FilterSaveInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "list": "Nội dung",
                     *       "name": "Cải cách thủ tục hành chính",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["FilterSaveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "filter.change": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "query": "Nội dung",
                 *       "sharing": "own"
                 *     }
                 */
                "application/json": components["schemas"]["FilterChangeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "list": "Nội dung",
                     *       "name": "Cải cách thủ tục hành chính",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["FilterChangeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "filter.remove": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "list": "Nội dung",
                     *       "name": "Cải cách thủ tục hành chính"
                     *     }
                     */
                    "application/json": components["schemas"]["FilterRemoveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.read": {
        parameters: {
            query?: {
                asOf?: string | null;
            };
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "code": "2022-tuky-003",
                     *       "name": "Cải cách thủ tục hành chính",
                     *       "shortName": "Nội dung",
                     *       "system": "party",
                     *       "level": "central",
                     *       "kind": "Nội dung",
                     *       "place": "Nội dung",
                     *       "validFrom": "2022-06-30",
                     *       "validTo": "2022-06-30",
                     *       "foundingDocument": "Nội dung",
                     *       "illustrative": false,
                     *       "sourceQuote": "Nội dung",
                     *       "version": 3,
                     *       "asOf": "2022-06-30",
                     *       "parents": [
                     *         {
                     *           "system": "party",
                     *           "code": "2022-tuky-003",
                     *           "name": "Cải cách thủ tục hành chính"
                     *         }
                     *       ],
                     *       "actsFor": {
                     *         "code": "2022-tuky-003",
                     *         "name": "Cải cách thủ tục hành chính"
                     *       },
                     *       "bodies": [
                     *         {
                     *           "code": "2022-tuky-003",
                     *           "name": "Cải cách thủ tục hành chính"
                     *         }
                     *       ],
                     *       "life": [
                     *         {
                     *           "act": "found",
                     *           "on": "2022-06-30",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "nameBefore": "Nội dung",
                     *           "system": "party",
                     *           "parentCode": "Nội dung",
                     *           "parentName": "Nội dung",
                     *           "paper": {
                     *             "id": "01900000-0000-7000-8000-000000000001",
                     *             "hasFile": false,
                     *             "kind": "decision",
                     *             "number": "950-QĐ/TU",
                     *             "issuedOn": "2022-06-30",
                     *             "issuer": "tinh-uy"
                     *           }
                     *         }
                     *       ],
                     *       "children": 1,
                     *       "posts": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "isHead": false,
                     *           "validFrom": "2022-06-30",
                     *           "validTo": "2022-06-30",
                     *           "version": 3,
                     *           "managedBy": {
                     *             "code": "2022-tuky-003",
                     *             "name": "Cải cách thủ tục hành chính"
                     *           },
                     *           "illustrative": false,
                     *           "holders": [
                     *             {
                     *               "holdingId": "01900000-0000-7000-8000-000000000001",
                     *               "personId": "01900000-0000-7000-8000-000000000001",
                     *               "personName": "Nguyễn Văn An",
                     *               "capacity": "full",
                     *               "fromOn": "2022-06-30",
                     *               "toOn": "2022-06-30",
                     *               "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UnitReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "person.list": {
        parameters: {
            query?: {
                q?: string | null;
                asOf?: string | null;
                cursor?: string | null;
                limit?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "fullName": "Nguyễn Văn An",
                     *           "illustrative": false,
                     *           "post": "Nội dung"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "person.add": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Nguyễn Văn An",
                 *       "post": "01900000-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["PersonAddInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonAddAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "person.read": {
        parameters: {
            query?: {
                asOf?: string | null;
            };
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "fullName": "Nguyễn Văn An",
                     *       "illustrative": false,
                     *       "version": 3,
                     *       "asOf": "2022-06-30",
                     *       "holdings": [
                     *         {
                     *           "holdingId": "01900000-0000-7000-8000-000000000001",
                     *           "capacity": "full",
                     *           "fromOn": "2022-06-30",
                     *           "toOn": "2022-06-30",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *           "active": false,
                     *           "postId": "01900000-0000-7000-8000-000000000001",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unit": "tu-ky",
                     *           "unitName": "Huyện ủy Tứ Kỳ"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PersonReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.read_paper": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2022-tuky-003 */
                code: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.place": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "system": "party",
                 *       "parentId": "01900000-0000-7000-8000-000000000001",
                 *       "fromOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                 *       "paperKind": "decision",
                 *       "paperIssuedOn": "2022-06-30",
                 *       "paperIssuer": "Nội dung",
                 *       "paperFile": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UnitPlaceInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitPlaceAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.rename": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "shortName": "Nội dung",
                 *       "fromOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                 *       "paperKind": "decision",
                 *       "paperIssuedOn": "2022-06-30",
                 *       "paperIssuer": "Nội dung",
                 *       "paperFile": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UnitRenameInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitRenameAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.correct": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "kind": "Nội dung",
                 *       "level": "central",
                 *       "place": "Nội dung",
                 *       "foundingDocument": "Nội dung",
                 *       "validFrom": "2022-06-30",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["UnitCorrectInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitCorrectAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unit.end": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 2022-tuky-003 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "endsOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                 *       "paperKind": "decision",
                 *       "paperIssuedOn": "2022-06-30",
                 *       "paperIssuer": "Nội dung",
                 *       "paperFile": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UnitEndInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitEndAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post.open": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                 *       "isHead": false,
                 *       "validFrom": "2022-06-30",
                 *       "managingUnitId": "01900000-0000-7000-8000-000000000001",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                 *       "unit": "tu-ky"
                 *     }
                 */
                "application/json": components["schemas"]["PostOpenInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PostOpenAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post.manage": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "managingUnitId": "01900000-0000-7000-8000-000000000001",
                 *       "fromOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["PostManageInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PostManageAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post.close": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "endsOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["PostCloseInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PostCloseAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "person.correct": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "fullName": "Nguyễn Văn An",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["PersonCorrectInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PersonCorrectAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post.appoint": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "personId": "01900000-0000-7000-8000-000000000001",
                 *       "fromOn": "2022-06-30",
                 *       "capacity": "full",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["PostAppointInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["PostAppointAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "holding.end": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                holdingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3,
                 *       "endsOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["HoldingEndInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unit": "tu-ky",
                     *       "id": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["HoldingEndAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.import_read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "version": 3,
                     *       "effectiveOn": "2022-06-30",
                     *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *       "applied": false,
                     *       "counts": {
                     *         "units": {
                     *           "add": 1,
                     *           "change": 1,
                     *           "end": 1,
                     *           "same": 1
                     *         },
                     *         "posts": {
                     *           "add": 1,
                     *           "change": 1,
                     *           "end": 1,
                     *           "same": 1
                     *         },
                     *         "persons": {
                     *           "add": 1,
                     *           "change": 1,
                     *           "end": 1,
                     *           "same": 1
                     *         },
                     *         "holdings": {
                     *           "add": 1,
                     *           "change": 1,
                     *           "end": 1,
                     *           "same": 1
                     *         }
                     *       },
                     *       "changesTotal": 1,
                     *       "changes": [
                     *         {
                     *           "sheet": "units",
                     *           "row": 1,
                     *           "act": "add",
                     *           "subject": "Nội dung",
                     *           "details": [
                     *             {
                     *               "heading": "Nội dung",
                     *               "before": "Nội dung",
                     *               "after": "Nội dung"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "badCellsTotal": 1,
                     *       "badCells": [
                     *         {
                     *           "sheet": "Nội dung",
                     *           "cell": "Nội dung",
                     *           "found": "Nội dung",
                     *           "code": "sheet_hidden",
                     *           "detail": "Hãy điền ô này.",
                     *           "params": {},
                     *           "dependants": 1
                     *         }
                     *       ],
                     *       "warningsTotal": 1,
                     *       "warnings": [
                     *         {
                     *           "sheet": "Nội dung",
                     *           "cell": "Nội dung",
                     *           "found": "Nội dung",
                     *           "code": "footer_left",
                     *           "detail": "Hãy điền ô này.",
                     *           "params": {}
                     *         }
                     *       ],
                     *       "ignoredSheets": [
                     *         "Nội dung"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DirectoryImportReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.import_changes": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sheet": "units",
                     *           "row": 1,
                     *           "act": "add",
                     *           "subject": "Nội dung",
                     *           "details": [
                     *             {
                     *               "heading": "Nội dung",
                     *               "before": "Nội dung",
                     *               "after": "Nội dung"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "Nội dung",
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DirectoryImportChangesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.import_prepare": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "workbook": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "effectiveOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["DirectoryImportPrepareInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "version": 3,
                     *       "badCells": 1,
                     *       "changes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DirectoryImportPrepareAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "directory.import": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 3
                 *     }
                 */
                "application/json": components["schemas"]["DirectoryImportInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "changes": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DirectoryImportAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.set_mail": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "",
                 *       "digest": false
                 *     }
                 */
                "application/json": components["schemas"]["AccountSetMailInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "digest": false
                     *     }
                     */
                    "application/json": components["schemas"]["AccountSetMailAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "emergency.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "objectKind": "Nội dung",
                     *           "objectLabel": "Nội dung",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "minutes": 1,
                     *           "askedName": "Nội dung",
                     *           "askedAt": "2022-05-18T03:04:05.678Z",
                     *           "decidedName": "Nội dung",
                     *           "endsAt": "2022-05-18T03:04:05.678Z",
                     *           "refusedReason": "Nội dung",
                     *           "state": "waiting",
                     *           "mayDecide": false,
                     *           "isOwn": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EmergencyListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "emergency.ask": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "object": "Nội dung",
                 *       "reason": "Bổ sung số liệu cơ sở.",
                 *       "minutes": 1
                 *     }
                 */
                "application/json": components["schemas"]["EmergencyAskInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["EmergencyAskAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "emergency.decide": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                accessId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "approve",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["EmergencyDecideInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["EmergencyDecideAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "emergency.end": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                accessId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["EmergencyEndAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky",
                     *       "personId": "01900000-0000-7000-8000-000000000001",
                     *       "personName": "Nguyễn Văn An",
                     *       "post": {
                     *         "id": "01900000-0000-7000-8000-000000000001",
                     *         "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *         "unitId": "01900000-0000-7000-8000-000000000001",
                     *         "unitName": "Huyện ủy Tứ Kỳ"
                     *       },
                     *       "grants": [
                     *         {
                     *           "role": "Nội dung",
                     *           "unitId": "01900000-0000-7000-8000-000000000001",
                     *           "system": "Nội dung"
                     *         }
                     *       ],
                     *       "scopes": [
                     *         "Nội dung"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountMeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.list": {
        parameters: {
            query?: {
                q?: string | null;
                state?: ("open" | "disabled") | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "username": "tu-ky",
                     *           "personId": "01900000-0000-7000-8000-000000000001",
                     *           "personName": "Nguyễn Văn An",
                     *           "disabled": false,
                     *           "lastSignInAt": "Nội dung",
                     *           "posts": [
                     *             {
                     *               "postId": "01900000-0000-7000-8000-000000000001",
                     *               "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *               "unit": "tu-ky"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.create": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "username": "tu-ky",
                 *       "personId": "01900000-0000-7000-8000-000000000001",
                 *       "password": "Nội dung",
                 *       "makePassword": false
                 *     }
                 */
                "application/json": components["schemas"]["AccountCreateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "01900000-0000-7000-8000-000000000001",
                     *       "username": "tu-ky",
                     *       "password": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountCreateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "username": "tu-ky",
                     *       "personId": "01900000-0000-7000-8000-000000000001",
                     *       "personName": "Nguyễn Văn An",
                     *       "disabled": false,
                     *       "lastSignInAt": "Nội dung",
                     *       "posts": [
                     *         {
                     *           "postId": "01900000-0000-7000-8000-000000000001",
                     *           "title": "Rút ngắn thời gian giải quyết hồ sơ đất đai còn 10 ngày",
                     *           "unit": "tu-ky"
                     *         }
                     *       ],
                     *       "grants": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "role": "Nội dung",
                     *           "postId": "01900000-0000-7000-8000-000000000001",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "system": "Nội dung",
                     *           "fromOn": "Nội dung",
                     *           "toOn": "Nội dung",
                     *           "active": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "token.list-of-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "scopes": [
                     *             "Nội dung"
                     *           ],
                     *           "expiresAt": "Nội dung",
                     *           "lastUsedAt": "Nội dung"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenListOfAccountAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "token.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "name": "Cải cách thủ tục hành chính",
                     *           "scopes": [
                     *             "Nội dung"
                     *           ],
                     *           "expiresAt": "Nội dung",
                     *           "lastUsedAt": "Nội dung"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "token.create": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Cải cách thủ tục hành chính",
                 *       "scopes": [
                 *         "read"
                 *       ],
                 *       "days": 1
                 *     }
                 */
                "application/json": components["schemas"]["TokenCreateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokenId": "01900000-0000-7000-8000-000000000001",
                     *       "token": "Nội dung",
                     *       "expiresAt": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenCreateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "stand-in.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "lenderHoldingId": "01900000-0000-7000-8000-000000000001",
                     *           "lenderName": "Nội dung",
                     *           "personId": "01900000-0000-7000-8000-000000000001",
                     *           "personName": "Nguyễn Văn An",
                     *           "fromOn": "Nội dung",
                     *           "lastOn": "Nội dung",
                     *           "document": "Báo cáo số 12-BC/HU ngày 04/7/2022",
                     *           "roles": [
                     *             {
                     *               "role": "Nội dung",
                     *               "unit": "tu-ky"
                     *             }
                     *           ],
                     *           "state": "coming"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StandInListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "stand-in.lend": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "holdingId": "01900000-0000-7000-8000-000000000001",
                 *       "personId": "01900000-0000-7000-8000-000000000001",
                 *       "grantIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ],
                 *       "fromOn": "2022-06-30",
                 *       "lastOn": "2022-06-30",
                 *       "document": "Báo cáo số 12-BC/HU ngày 04/7/2022"
                 *     }
                 */
                "application/json": components["schemas"]["StandInLendInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standInId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["StandInLendAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "role.list": {
        parameters: {
            query?: {
                q?: string | null;
                role?: ("registrant" | "unit-clerk" | "appraiser" | "decider" | "monitor" | "inspector" | "evaluator" | "evaluation-decider" | "programme-admin" | "system-admin" | "directory-admin" | "secrecy-officer") | null;
                active?: boolean | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "role": "Nội dung",
                     *           "postId": "01900000-0000-7000-8000-000000000001",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "system": "Nội dung",
                     *           "fromOn": "Nội dung",
                     *           "toOn": "Nội dung",
                     *           "active": false,
                     *           "postUnit": "Nội dung",
                     *           "holders": [
                     *             "Nội dung"
                     *           ]
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "role.grant": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "postId": "01900000-0000-7000-8000-000000000001",
                 *       "role": "registrant",
                 *       "unitId": "01900000-0000-7000-8000-000000000001",
                 *       "system": "party",
                 *       "fromOn": "2022-06-30",
                 *       "toOn": "2022-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["RoleGrantInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grantId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleGrantAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "username": "tu-ky",
                     *           "personName": "Nguyễn Văn An",
                     *           "access": "Nội dung",
                     *           "codeUntil": "Nội dung",
                     *           "things": [
                     *             {
                     *               "kind": "way-in",
                     *               "wayIn": "Nội dung",
                     *               "role": "Nội dung",
                     *               "what": "Nội dung",
                     *               "unit": "tu-ky",
                     *               "by": "Nội dung",
                     *               "at": "Nội dung"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AccessListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "access.confirm": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "accesses": [
                 *         "Nội dung"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AccessConfirmInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "confirmed": [
                     *         {
                     *           "username": "tu-ky",
                     *           "personName": "Nguyễn Văn An",
                     *           "code": "2022-tuky-003"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccessConfirmAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.list-missing": {
        parameters: {
            query?: {
                unit?: string | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "personId": "01900000-0000-7000-8000-000000000001",
                     *           "fullName": "Nguyễn Văn An",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unitName": "Huyện ủy Tứ Kỳ"
                     *         }
                     *       ],
                     *       "next": "Nội dung",
                     *       "total": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AccountListMissingAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.create-many": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personIds": [
                 *         "01900000-0000-7000-8000-000000000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AccountCreateManyInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accounts": [
                     *         {
                     *           "accountId": "01900000-0000-7000-8000-000000000001",
                     *           "personId": "01900000-0000-7000-8000-000000000001",
                     *           "fullName": "Nguyễn Văn An",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "username": "tu-ky",
                     *           "password": "Nội dung"
                     *         }
                     *       ],
                     *       "skipped": [
                     *         {
                     *           "personId": "01900000-0000-7000-8000-000000000001",
                     *           "fullName": "Nguyễn Văn An",
                     *           "postTitle": "Bí thư Huyện ủy",
                     *           "unitName": "Huyện ủy Tứ Kỳ",
                     *           "username": "tu-ky"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AccountCreateManyAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.set-password": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["AccountSetPasswordInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky",
                     *       "password": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountSetPasswordAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.disable": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["AccountDisableInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountDisableAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.enable": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountEnableAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.end-sessions": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["AccountEndSessionsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky",
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AccountEndSessionsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "account.remove-factors": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["AccountRemoveFactorsInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountRemoveFactorsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "outside.link": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example tu-ky */
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "issuer": "tinh-uy",
                 *       "subject": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["OutsideLinkInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["OutsideLinkAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "outside.unlink": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "username": "tu-ky"
                     *     }
                     */
                    "application/json": components["schemas"]["OutsideUnlinkAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "stand-in.end": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                standInId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "standInId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["StandInEndAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "role.revoke": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "toOn": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["RoleRevokeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "token.revoke": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokenId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["TokenRevokeAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "session.end-others": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endedSessions": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SessionEndOthersAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.search": {
        parameters: {
            query?: {
                actor?: string | null;
                action?: string | null;
                object?: string | null;
                from?: string | null;
                to?: string | null;
                outcome?: ("done" | "refused" | "failed" | "read") | null;
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "at": "Nội dung",
                     *           "action": "Nội dung",
                     *           "outcome": "Nội dung",
                     *           "object": {
                     *             "kind": "Nội dung",
                     *             "id": "01900000-0000-7000-8000-000000000001",
                     *             "name": "Cải cách thủ tục hành chính"
                     *           },
                     *           "person": "Nội dung",
                     *           "body": "Nội dung",
                     *           "sourceAddress": "Nội dung",
                     *           "requestId": "01900000-0000-7000-8000-000000000001",
                     *           "seq": 1
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditSearchAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "at": "Nội dung",
                     *       "action": "Nội dung",
                     *       "outcome": "Nội dung",
                     *       "object": {
                     *         "kind": "Nội dung",
                     *         "id": "01900000-0000-7000-8000-000000000001",
                     *         "name": "Cải cách thủ tục hành chính"
                     *       },
                     *       "person": "Nội dung",
                     *       "body": "Nội dung",
                     *       "sourceAddress": "Nội dung",
                     *       "requestId": "01900000-0000-7000-8000-000000000001",
                     *       "seq": 1,
                     *       "payload": {},
                     *       "post": "Nội dung",
                     *       "batch": 1,
                     *       "erasedBy": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit-fault.list": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "fingerprint": "Nội dung",
                     *           "code": "2022-tuky-003",
                     *           "seq": 1,
                     *           "entryId": "01900000-0000-7000-8000-000000000001",
                     *           "batch": 1,
                     *           "foundAt": "Nội dung",
                     *           "reason": "Bổ sung số liệu cơ sở.",
                     *           "acknowledgedBy": "Nội dung",
                     *           "confirmedBy": "Nội dung"
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditFaultListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.acknowledge-fault": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example Nội dung */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["AuditAcknowledgeFaultInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fingerprint": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditAcknowledgeFaultAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.confirm-fault": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example Nội dung */
                fingerprint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fingerprint": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditConfirmFaultAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.erase": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "950-QĐ/TU",
                 *       "decidedOn": "2022-06-30",
                 *       "issuer": "tinh-uy",
                 *       "reason": "Bổ sung số liệu cơ sở."
                 *     }
                 */
                "application/json": components["schemas"]["AuditEraseInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entryId": "01900000-0000-7000-8000-000000000001",
                     *       "decidedBy": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEraseAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "secret-mark.list": {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "at": "Nội dung",
                     *           "act": "Nội dung",
                     *           "field": "Nội dung",
                     *           "kind": "Nội dung",
                     *           "unit": "tu-ky",
                     *           "person": "Nội dung"
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["SecretMarkListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "spill.list": {
        parameters: {
            query?: {
                cursor?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "kind": "Nội dung",
                     *           "unit": "tu-ky",
                     *           "isolatedAt": "Nội dung",
                     *           "erasedAt": "Nội dung"
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["SpillListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "spill.isolate": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "Nội dung",
                 *       "officerToldOn": "2022-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["SpillIsolateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "spillId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["SpillIsolateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "spill.erase": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                spillId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "Nội dung",
                 *       "decidedOn": "2022-06-30"
                 *     }
                 */
                "application/json": components["schemas"]["SpillEraseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "spillId": "01900000-0000-7000-8000-000000000001",
                     *       "entries": 1
                     *     }
                     */
                    "application/json": components["schemas"]["SpillEraseAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.list-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         "Nội dung"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListEventsAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "url": "Nội dung",
                     *           "events": [
                     *             "Nội dung"
                     *           ],
                     *           "createdAt": "2022-05-18T03:04:05.678Z",
                     *           "pausedAt": "2022-05-18T03:04:05.678Z",
                     *           "pausedBecause": "failing"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.create": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "Nội dung",
                 *       "events": [
                 *         "work.submitted"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WebhookCreateInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "01900000-0000-7000-8000-000000000001",
                     *       "secret": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookCreateAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01900000-0000-7000-8000-000000000001",
                     *       "url": "Nội dung",
                     *       "events": [
                     *         "Nội dung"
                     *       ],
                     *       "createdAt": "2022-05-18T03:04:05.678Z",
                     *       "pausedAt": "2022-05-18T03:04:05.678Z",
                     *       "pausedBecause": "failing"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReadAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.list-deliveries": {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
            };
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "01900000-0000-7000-8000-000000000001",
                     *           "event": "Nội dung",
                     *           "body": "Nội dung",
                     *           "createdAt": "2022-05-18T03:04:05.678Z",
                     *           "state": "waiting",
                     *           "tries": 1,
                     *           "nextTryAt": "2022-05-18T03:04:05.678Z",
                     *           "lastTriedAt": "2022-05-18T03:04:05.678Z",
                     *           "lastStatus": 1,
                     *           "lastTrouble": "secret_unreadable"
                     *         }
                     *       ],
                     *       "next": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookListDeliveriesAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.remove": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookRemoveAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.unpause": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "01900000-0000-7000-8000-000000000001",
                     *       "again": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookUnpauseAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.ping": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "01900000-0000-7000-8000-000000000001",
                     *       "deliveryId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookPingAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "webhook.resend": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000001 */
                webhookId: string;
                /** @example 01900000-0000-7000-8000-000000000001 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "webhookId": "01900000-0000-7000-8000-000000000001",
                     *       "deliveryId": "01900000-0000-7000-8000-000000000001"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookResendAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "typing.keep": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "form": "Nội dung",
                 *       "baseVersion": 1,
                 *       "window": "2022-06-30",
                 *       "revision": 1,
                 *       "fields": [
                 *         [
                 *           "Nội dung",
                 *           "Nội dung"
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TypingKeepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 1,
                     *       "savedAt": "2022-05-18T03:04:05.678Z",
                     *       "isOutdated": false
                     *     }
                     */
                    "application/json": components["schemas"]["TypingKeepAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "typing.forget": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example Nội dung */
                form: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "back": "Nội dung"
                 *     }
                 */
                "application/json": components["schemas"]["TypingForgetInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "form": "Nội dung"
                     *     }
                     */
                    "application/json": components["schemas"]["TypingForgetAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
